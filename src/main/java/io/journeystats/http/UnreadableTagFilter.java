package io.journeystats.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/**
 * A filter that ignores an {@code If-None-Match} header without valid entity tags, such as one
 * whose quotes a proxy has removed. The full response is sent, which is always correct.
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
