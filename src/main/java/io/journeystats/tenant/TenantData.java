package io.journeystats.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * The retained events of a tenant. Earlier events have no effect on statistics.
 *
 * @param tenant the tenant's id
 * @param from the first retained instant; empty if all events are retained
 */
public record TenantData(TenantId tenant, Optional<Instant> from) {
  /** Returns all events of a tenant. */
  public static TenantData all(TenantId tenant) {
    return new TenantData(tenant, Optional.empty());
  }

  /** Returns whether an event with the given time is retained. */
  public boolean includes(Instant time) {
    return from.filter(time::isBefore).isEmpty();
  }
}
