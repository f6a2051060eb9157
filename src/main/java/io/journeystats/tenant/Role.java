package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** What an API key may do; defined in the domain specification's table of things. */
public enum Role {
  /** Writes events, nothing else. */
  INGEST(Permission.INGEST),
  /** Reads statistics and exports them. */
  READ(Permission.READ),
  /** Reads, and changes journeys. */
  MANAGE(Permission.READ, Permission.MANAGE),
  /** Does all a tenant can, and manages its keys. */
  ADMIN(Permission.INGEST, Permission.READ, Permission.MANAGE, Permission.ADMINISTER),
  /**
   * Manages tenants and keys and reads no statistics; held by the service's operator, never by a
   * tenant's key.
   */
  OPERATOR(Permission.OPERATE);

  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  /** Tells whether this role includes the permission. */
  public boolean allows(Permission permission) {
    return permissions.contains(permission);
  }

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
