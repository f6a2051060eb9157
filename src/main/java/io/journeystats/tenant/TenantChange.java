package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.ZoneId;
import java.util.Optional;

/** What can happen to a tenant and its keys, as the log of changes keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TenantChange.Created.class, name = "tenant_created"),
  @JsonSubTypes.Type(value = TenantChange.Edited.class, name = "tenant_edited"),
  @JsonSubTypes.Type(value = TenantChange.KeyIssued.class, name = "key_issued"),
  @JsonSubTypes.Type(value = TenantChange.KeyRevoked.class, name = "key_revoked")
})
sealed interface TenantChange {
  /** The tenant came into being. */
  record Created(String name, ZoneId timeZone) implements TenantChange {}

  /** Name, zone or both became others; an empty one stayed. */
  record Edited(Optional<String> name, Optional<ZoneId> timeZone) implements TenantChange {}

  /** A key was handed out. */
  record KeyIssued(String id, Role role, Optional<String> name, String secretHash)
      implements TenantChange {}

  /** A key lost its power, for ever. */
  record KeyRevoked(String id) implements TenantChange {}
}
