package io.journeystats.tenant;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The credentials of a request and the client's address. */
sealed interface Credentials {

  /** Returns the client's address. */
  String address();

  /**
   * An API key.
   *
   * @param secret the secret as sent
   */
  record Key(String secret, String address) implements Credentials {}

  /**
   * A session cookie.
   *
   * @param token the token as sent
   */
  record Session(String token, String address) implements Credentials {}

  /**
   * Reads the credentials of a request: {@code Authorization: Bearer <key>}, or else the session
   * cookie of a same-origin request.
   *
   * @param header returns the value of a header
   * @param address the client's address
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
