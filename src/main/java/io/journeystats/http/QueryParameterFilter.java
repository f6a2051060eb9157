package io.journeystats.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a query parameter is never ignored: one that the resource method does not declare,
 * or that stands twice, is an error. What a method declares is read off its annotations, so there
 * is no second list to keep.
 */
final class QueryParameterFilter implements ContainerRequestFilter {
  private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

  // Filled in by Jersey with a proxy that knows the request at hand.
  @Context private @Nullable ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource == null ? null : resource.getResourceMethod();
    if (method == null) {
      return;
    }
    Set<String> known = declared.computeIfAbsent(method, DeclaredQueryParameters::of);
    List<FieldError> errors = new ArrayList<>();
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach((name, values) -> {
          if (!known.contains(name)) {
            errors.add(new FieldError(name, "is not a known query parameter"));
          } else if (values.size() > 1) {
            errors.add(new FieldError(name, "must be given only once"));
          }
        });
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }
}
