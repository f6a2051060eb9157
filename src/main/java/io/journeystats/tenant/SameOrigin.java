package io.journeystats.tenant;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The check that a request with a cookie was not sent by a page of another site; browsers that know
 * {@code SameSite=Strict} send none then, others tell at least where it comes from.
 */
final class SameOrigin {
  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String ORIGIN = "Origin";

  private SameOrigin() {}

  /** Tells whether nothing speaks against it. */
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
