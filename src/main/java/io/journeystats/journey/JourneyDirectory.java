package io.journeystats.journey;

import io.journeystats.clickhouse.Change;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The journeys of all tenants at one moment: what the log of changes adds up to.
 *
 * @param tenants the journeys of each tenant; never changed once it stands here
 */
record JourneyDirectory(Map<TenantId, TenantJourneys> tenants) {
  /** The directory before the first change. */
  static final JourneyDirectory EMPTY = new JourneyDirectory(Map.of());

  Optional<StoredJourney> find(TenantId tenant, JourneyId id) {
    return of(tenant).find(id);
  }

  /** The journeys of a tenant. */
  TenantJourneys of(TenantId tenant) {
    return tenants.getOrDefault(tenant, TenantJourneys.NONE);
  }

  /**
   * The journeys that were deleted before some time, and whose events are not off the disk yet, by
   * tenant.
   */
  Map<TenantId, List<JourneyId>> deletedBefore(Instant time) {
    Map<TenantId, List<JourneyId>> deleted = new HashMap<>();
    tenants.forEach((tenant, own) -> deleted.put(tenant, own.deletedBefore(time)));
    return deleted;
  }

  /** How many journeys there are, of all tenants. */
  long size() {
    return tenants.values().stream().mapToLong(tenant -> tenant.journeys().size()).sum();
  }

  /** This directory after further changes; only the tenants they concern are copied. */
  JourneyDirectory after(List<Change> changes) {
    Map<TenantId, TenantJourneys> next = new HashMap<>(tenants);
    changes.stream()
        .collect(Collectors.groupingBy(change -> new TenantId(change.tenant())))
        .forEach((tenant, own) -> next.put(tenant, of(tenant).after(own)));
    return new JourneyDirectory(next);
  }
}
