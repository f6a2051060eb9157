package io.journeystats.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.hash.Hashing;
import io.journeystats.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The stored hash of an erased user's id: half of the SHA-256 of the tenant's and the user's id. It
 * differs from the hash that is stored with events, so it cannot be linked to them.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
record UserHash(long high, long low) {
  static UserHash of(TenantId tenant, String userId) {
    ByteBuffer hash =
        ByteBuffer.wrap(
            Hashing.sha256()
                .hashString(tenant.value() + "\n" + userId, StandardCharsets.UTF_8)
                .asBytes());
    return new UserHash(hash.getLong(), hash.getLong());
  }

  /** Parses the format of {@link #hex}. */
  @JsonCreator
  static UserHash parse(String hex) {
    return new UserHash(
        HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
  }

  @JsonValue
  String hex() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
