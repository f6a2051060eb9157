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
 * An immutable snapshot of the journeys of all tenants, computed from the change log.
 *
 * @param tenants the journeys of each tenant; must not be modified
 */
record JourneyDirectory(Map<TenantId, TenantJourneys> tenants) {
  /** The initial, empty directory. */
  static final JourneyDirectory EMPTY = new JourneyDirectory(Map.of());

  Optional<StoredJourney> find(TenantId tenant, JourneyId id) {
    return of(tenant).find(id);
  }

  /** Returns the journeys of a tenant. */
  TenantJourneys of(TenantId tenant) {
    return tenants.getOrDefault(tenant, TenantJourneys.NONE);
  }

  /**
   * Returns the journeys, by tenant, that were deleted before the given time and whose events are
   * still on the disk.
   */
  Map<TenantId, List<JourneyId>> deletedBefore(Instant time) {
    Map<TenantId, List<JourneyId>> deleted = new HashMap<>();
    tenants.forEach((tenant, own) -> deleted.put(tenant, own.deletedBefore(time)));
    return deleted;
  }

  /** Returns the number of journeys of all tenants. */
  long size() {
    return tenants.values().stream().mapToLong(tenant -> tenant.journeys().size()).sum();
  }

  /** Returns this directory after further changes; only the affected tenants are copied. */
  JourneyDirectory after(List<Change> changes) {
    Map<TenantId, TenantJourneys> next = new HashMap<>(tenants);
    changes.stream()
        .collect(Collectors.groupingBy(change -> new TenantId(change.tenant())))
        .forEach((tenant, own) -> next.put(tenant, of(tenant).after(own)));
    return new JourneyDirectory(next);
  }
}
