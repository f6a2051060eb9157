package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** The role of an API key, as defined in the domain specification. */
public enum Role {
  /** Sends events. */
  INGEST(Permission.INGEST),
  /** Reads and exports statistics. */
  READ(Permission.READ),
  /** Reads statistics and changes journeys. */
  MANAGE(Permission.READ, Permission.MANAGE),
  /** Has all permissions of a tenant and manages its API keys. */
  ADMIN(Permission.INGEST, Permission.READ, Permission.MANAGE, Permission.ADMINISTER),
  /**
   * Manages tenants and API keys and has no access to statistics. Only the operator of the service
   * has this role, never an API key of a tenant.
   */
  OPERATOR(Permission.OPERATE);

  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  /** Returns whether this role includes a permission. */
  public boolean allows(Permission permission) {
    return permissions.contains(permission);
  }

  /** Returns the name in JSON. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
