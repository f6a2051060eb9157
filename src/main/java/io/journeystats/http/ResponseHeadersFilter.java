package io.journeystats.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * A filter that adds the common headers of API responses, unless the resource has set them, and the
 * request's id to problem documents.
 */
final class ResponseHeadersFilter implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    add(response, "X-Content-Type-Options", "nosniff");
    add(response, "X-Frame-Options", "DENY");
    add(response, "Referrer-Policy", "no-referrer");
    add(response, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    add(response, HttpHeaders.CACHE_CONTROL, "no-store");
    if (response.getEntity() instanceof ProblemDocument problem) {
      RequestTrace.of(request.getProperty(RequestTrace.PROPERTY))
          .ifPresent(trace -> response.setEntity(problem.ofRequest(trace.id())));
    }
  }

  private static void add(ContainerResponseContext response, String name, String value) {
    // A mutable list, since other filters may follow.
    response.getHeaders().computeIfAbsent(name, absent -> new ArrayList<>(List.of(value)));
  }
}
