package io.journeystats.tenant;

import com.google.common.collect.ImmutableList;
import io.journeystats.clickhouse.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What was changed of a tenant and its keys, by whom and when, oldest first; without secrets.
 *
 * @param changes the changes that had an effect
 */
public record TenantHistory(List<Entry> changes) {
  /** Copies the list. */
  public TenantHistory {
    changes = List.copyOf(changes);
  }

  /**
   * One change.
   *
   * @param at when
   * @param by the id of the key, or {@code operator}
   * @param change {@code tenant_created}, {@code tenant_edited}, {@code key_issued} or {@code
   *     key_revoked}
   * @param keyId of which key; empty where it was the tenant
   * @param role what that key allows; empty but for an issued one
   * @param name the name that it gave, if it gave one
   * @param timeZone the time zone that it gave, if it gave one
   */
  public record Entry(
      Instant at,
      String by,
      String change,
      Optional<String> keyId,
      Optional<Role> role,
      Optional<String> name,
      Optional<ZoneId> timeZone) {}

  static TenantHistory of(Change change, TenantChange what) {
    return new TenantHistory(List.of(entry(change.at(), change.author(), what)));
  }

  TenantHistory and(TenantHistory further) {
    return new TenantHistory(
        ImmutableList.<Entry>builder().addAll(changes).addAll(further.changes).build());
  }

  private static Entry entry(Instant at, String by, TenantChange change) {
    return switch (change) {
      case TenantChange.Created(var name, var zone) ->
          new Entry(
              at,
              by,
              "tenant_created",
              Optional.empty(),
              Optional.empty(),
              Optional.of(name),
              Optional.of(zone));
      case TenantChange.Edited(var name, var zone) ->
          new Entry(at, by, "tenant_edited", Optional.empty(), Optional.empty(), name, zone);
      case TenantChange.KeyIssued(var id, var role, var name, var _) ->
          new Entry(
              at, by, "key_issued", Optional.of(id), Optional.of(role), name, Optional.empty());
      case TenantChange.KeyRevoked(var id) ->
          new Entry(
              at,
              by,
              "key_revoked",
              Optional.of(id),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
    };
  }
}
