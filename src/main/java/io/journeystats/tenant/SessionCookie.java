package io.journeystats.tenant;

import com.google.common.base.Splitter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The session cookie, which scripts cannot read. */
public final class SessionCookie {
  /** The cookie's name. */
  public static final String NAME = "journey_stats_session";

  private static final String START = NAME + "=";

  private SessionCookie() {}

  /**
   * Creates the cookie of a session.
   *
   * @param secure whether the cookie is sent over encrypted connections only
   */
  static NewCookie of(String token, Duration lifetime, boolean secure) {
    return cookie(token, (int) lifetime.toSeconds(), secure);
  }

  /** Creates a cookie that deletes the session cookie. */
  static NewCookie none(boolean secure) {
    return cookie("", 0, secure);
  }

  /**
   * Returns the token in a request's cookie. A library might reject other, malformed cookies of the
   * same host.
   */
  static Optional<String> token(Function<String, @Nullable String> header) {
    String cookies = header.apply(HttpHeaders.COOKIE);
    return Splitter.on(';')
        .splitToStream(cookies == null ? "" : cookies)
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(START))
        .map(cookie -> cookie.substring(START.length()))
        .findFirst();
  }

  private static NewCookie cookie(String token, int maximumAge, boolean secure) {
    return new NewCookie.Builder(NAME)
        .value(token)
        .path("/api/v1")
        .maxAge(maximumAge)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
