package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.journeystats.clickhouse.Change;
import io.journeystats.http.Json;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can happen to a tenant and its keys, as the log of changes keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TenantChange.Created.class, name = "tenant_created"),
  @JsonSubTypes.Type(value = TenantChange.Edited.class, name = "tenant_edited"),
  @JsonSubTypes.Type(value = TenantChange.Deleted.class, name = "tenant_deleted"),
  @JsonSubTypes.Type(value = TenantChange.Erased.class, name = "tenant_erased"),
  @JsonSubTypes.Type(value = TenantChange.KeyIssued.class, name = "key_issued"),
  @JsonSubTypes.Type(value = TenantChange.KeyRevoked.class, name = "key_revoked")
})
sealed interface TenantChange {
  /** The tenant came into being. */
  record Created(String name, ZoneId timeZone) implements TenantChange {}

  /**
   * Name, zone, limits or retention became others; an empty one stayed, and so did limits that are
   * not named. Earlier versions wrote null for those, so null is not what takes one back.
   *
   * @param resetLimits the limits that are the default again
   */
  record Edited(
      Optional<String> name,
      Optional<ZoneId> timeZone,
      @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.SKIP) Map<Limit, Long> limits,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
          Set<Limit> resetLimits,
      Optional<Retention> retention)
      implements TenantChange {}

  /** The tenant is gone, for ever, with its id and its keys. */
  record Deleted() implements TenantChange {}

  /** All that it had is off the disk, too, after it was deleted. */
  record Erased() implements TenantChange {}

  /** A key was handed out. */
  record KeyIssued(String id, Role role, Optional<String> name, String secretHash)
      implements TenantChange {}

  /** A key lost its power, for ever. */
  record KeyRevoked(String id) implements TenantChange {}

  /** Reads what the log keeps. */
  ObjectReader READER = Json.mapper().readerFor(TenantChange.class);

  /** What a change of the log says. */
  static TenantChange of(Change change) {
    try {
      return READER.readValue(change.payload());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(
          "change " + change.id() + " of tenant " + change.tenant() + " cannot be read",
          unreadable);
    }
  }
}
