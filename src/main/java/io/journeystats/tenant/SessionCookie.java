package io.journeystats.tenant;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookie that a browser keeps of a session; no script can read it. */
public final class SessionCookie {
  /** Its name. */
  public static final String NAME = "journey_stats_session";

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
