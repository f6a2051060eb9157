package io.journeystats.openapi;

import io.dropwizard.auth.Auth;
import io.journeystats.tenant.Permission;
import io.journeystats.tenant.Role;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask a route.
 *
 * @param needsKey whether one needs a key
 * @param roles the roles of keys that allow it
 */
record Access(boolean needsKey, Set<Role> roles) {

  /** Closes the set. */
  Access {
    // In the roles' order.
    roles = Collections.unmodifiableSet(roles);
  }

  /** The access to a handler. */
  static Access of(Method handler, Omissions omissions) {
    Optional<RolesAllowed> allowed =
        Optional.ofNullable(handler.getAnnotation(RolesAllowed.class))
            .or(() ->
                Optional.ofNullable(handler.getDeclaringClass().getAnnotation(RolesAllowed.class)));
    if (allowed.isEmpty() && takesCaller(handler)) {
      omissions.add(handler.toString(), "say with @RolesAllowed whose keys allow it");
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    allowed.stream()
        .flatMap(annotation -> Arrays.stream(annotation.value()))
        .map(Permission::valueOf)
        .forEach(permission ->
            Arrays.stream(Role.values())
                .filter(role -> role.allows(permission))
                .forEach(roles::add));
    return new Access(allowed.isPresent(), roles);
  }

  /** Tells whether a key of a tenant may allow it. */
  boolean isForTenants() {
    return roles.stream().anyMatch(role -> role != Role.OPERATOR);
  }

  private static boolean takesCaller(Method handler) {
    return Arrays.stream(handler.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(Auth.class));
  }
}
