package io.journeystats.tenant;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The protection against cross-site requests with a session cookie. Browsers that support {@code
 * SameSite=Strict} send no cookie with them; others at least send the origin.
 */
final class SameOrigin {
  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String ORIGIN = "Origin";

  private SameOrigin() {}

  /** Returns whether the headers show no other origin. */
  static boolean holds(Function<String, @Nullable String> header) {
    String site = header.apply(FETCH_SITE);
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    return Optional.ofNullable(header.apply(ORIGIN))
        .map(origin -> origin.endsWith("://" + header.apply(HttpHeaders.HOST)))
        .orElse(true);
  }
}
