package io.journeystats.tenant;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a caller shows to prove who they are, and where they show it from. */
sealed interface Credentials {

  /** The address it came from. */
  String address();

  /**
   * A key's secret.
   *
   * @param secret as it was sent
   */
  record Key(String secret, String address) implements Credentials {}

  /**
   * A session, from its cookie.
   *
   * @param token as it was sent
   */
  record Session(String token, String address) implements Credentials {}

  /**
   * The credentials of a request: {@code Authorization: Bearer <key>}, or else the cookie of a
   * session, unless a page of another site had the browser send it.
   *
   * @param header the value of a header
   * @param address where the request came from
   */
  static Optional<Credentials> read(Function<String, @Nullable String> header, String address) {
    return key(header)
        .<Credentials>map(key -> new Key(key, address))
        .or(() ->
            SessionCookie.token(header)
                .filter(_ -> SameOrigin.holds(header))
                .map(token -> new Session(token, address)));
  }

  private static Optional<String> key(Function<String, @Nullable String> header) {
    String scheme = "bearer ";
    return Optional.ofNullable(header.apply(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(scheme))
        .map(value -> value.substring(scheme.length()).strip())
        .filter(key -> !key.isEmpty());
  }
}
