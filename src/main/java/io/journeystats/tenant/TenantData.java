package io.journeystats.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * The events of a tenant that count: statistics are those of a world without the earlier ones.
 *
 * @param tenant whose events
 * @param from the first instant whose events count; empty: all count
 */
public record TenantData(TenantId tenant, Optional<Instant> from) {
  /** All events of a tenant. */
  public static TenantData all(TenantId tenant) {
    return new TenantData(tenant, Optional.empty());
  }

  /** Tells whether an event of that time counts. */
  public boolean includes(Instant time) {
    return from.filter(time::isBefore).isEmpty();
  }
}
