package io.journeystats.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A filter that rejects undeclared and repeated query parameters, so that none is silently ignored.
 */
final class QueryParameterFilter implements ContainerRequestFilter {
  private final Set<String> declared;

  private QueryParameterFilter(Set<String> declared) {
    this.declared = declared;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    List<FieldError> errors = new ArrayList<>();
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach((name, values) -> {
          if (!declared.contains(name)) {
            errors.add(new FieldError(name, "is not a known query parameter"));
          } else if (values.size() > 1) {
            errors.add(new FieldError(name, "must be given only once"));
          }
        });
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  /**
   * Registers a filter for each resource method. The declared parameters come from its annotations,
   * so there is no second list to maintain.
   */
  static final class Feature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
      context.register(
          new QueryParameterFilter(
              DeclaredParameters.of(resource.getResourceMethod()).stream()
                  .filter(declared -> declared.place() == DeclaredParameters.Place.QUERY)
                  .map(DeclaredParameters.Declared::name)
                  .collect(Collectors.toUnmodifiableSet())));
    }
  }
}
