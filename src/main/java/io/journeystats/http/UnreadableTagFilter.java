package io.journeystats.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/**
 * The rule that an {@code If-None-Match} that holds no tags, as where a proxy took their quotes
 * away, is as good as none: the answer is sent again, which is never wrong.
 */
@PreMatching
final class UnreadableTagFilter implements ContainerRequestFilter {
  private static final String TAG = "(?:W/)?\"[^\"]*+\"";
  private static final Pattern TAGS =
      Pattern.compile("\\s*+(?:\\*|" + TAG + "(?:\\s*+,\\s*+" + TAG + ")*+)\\s*+");

  @Override
  public void filter(ContainerRequestContext request) {
    String tags = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (tags != null && !TAGS.matcher(tags).matches()) {
      var _ = request.getHeaders().remove(HttpHeaders.IF_NONE_MATCH);
    }
  }
}
