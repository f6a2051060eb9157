package io.journeystats.tenant;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The enforcement of {@code @RolesAllowed} on resource methods and classes. Unlike Jersey's own
 * filter, it names the roles that have the permission.
 */
final class PermissionFeature implements DynamicFeature {
  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Optional.ofNullable(resource.getResourceMethod().getAnnotation(RolesAllowed.class))
        .or(() ->
            Optional.ofNullable(resource.getResourceClass().getAnnotation(RolesAllowed.class)))
        .map(RolesAllowed::value)
        .map(names -> Arrays.stream(names).map(Permission::valueOf).toList())
        .ifPresent(permissions -> context.register(new PermissionFilter(permissions)));
  }

  /**
   * The check of one operation.
   *
   * @param permissions the permissions of which the caller needs one
   */
  @Priority(Priorities.AUTHORIZATION)
  record PermissionFilter(List<Permission> permissions) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (!(request.getSecurityContext().getUserPrincipal() instanceof Caller caller)) {
        throw new ForbiddenException("An API key%s is required.".formatted(withRoles()));
      }
      if (!allows(caller.role())) {
        throw new ForbiddenException(
            "An API key%s is required; the role of this one is %s."
                .formatted(withRoles(), caller.role().key()));
      }
    }

    private boolean allows(Role role) {
      return permissions.stream().anyMatch(role::allows);
    }

    private String withRoles() {
      return Arrays.stream(Role.values())
          .filter(this::allows)
          .map(Role::key)
          .collect(Collectors.joining(" or ", " with the role ", ""));
    }
  }
}
