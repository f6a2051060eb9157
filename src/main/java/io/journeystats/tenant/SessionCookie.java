package io.journeystats.tenant;

import com.google.common.base.Splitter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cookie that a browser keeps of a session; no script can read it. */
public final class SessionCookie {
  /** Its name. */
  public static final String NAME = "journey_stats_session";

  private static final String START = NAME + "=";

  private SessionCookie() {}

  /**
   * The cookie of a session.
   *
   * @param secure whether it may be sent encrypted only, as it was got
   */
  static NewCookie of(String token, Duration lifetime, boolean secure) {
    return cookie(token, (int) lifetime.toSeconds(), secure);
  }

  /** What takes the place of the cookie, and is gone at once. */
  static NewCookie none(boolean secure) {
    return cookie("", 0, secure);
  }

  /**
   * The token in a request's cookie. Other cookies of the same host may have any form, so no
   * library that refuses some of them reads it.
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
