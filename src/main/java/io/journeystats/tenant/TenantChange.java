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

/** A change of a tenant or its API keys, as stored in the change log. */
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
  /** The tenant was created. */
  record Created(String name, ZoneId timeZone) implements TenantChange {}

  /**
   * The name, time zone, limits or retention changed. Empty fields and unnamed limits keep their
   * value. Earlier versions wrote null for unchanged limits, so null does not reset a limit.
   *
   * @param resetLimits the limits that were reset to their defaults
   */
  record Edited(
      Optional<String> name,
      Optional<ZoneId> timeZone,
      @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.SKIP) Map<Limit, Long> limits,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
          Set<Limit> resetLimits,
      Optional<Retention> retention)
      implements TenantChange {}

  /** The tenant was permanently deleted, with its id and API keys. */
  record Deleted() implements TenantChange {}

  /** All data of the deleted tenant was removed from the disk. */
  record Erased() implements TenantChange {}

  /** An API key was issued. */
  record KeyIssued(String id, Role role, Optional<String> name, String secretHash)
      implements TenantChange {}

  /** An API key was revoked. */
  record KeyRevoked(String id) implements TenantChange {}

  /** Reads stored changes. */
  ObjectReader READER = Json.mapper().readerFor(TenantChange.class);

  /** Parses an entry of the change log. */
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
