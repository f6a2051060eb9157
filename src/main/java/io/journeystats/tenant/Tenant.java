package io.journeystats.tenant;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A tenant: one customer of the service, whose data is isolated from all other tenants.
 *
 * @param id the tenant's id
 * @param name the display name
 * @param timeZone the default time zone of calendar days
 * @param retention the retention of its events
 */
public record Tenant(TenantId id, String name, ZoneId timeZone, Retention retention) {
  /** Creates a tenant whose events are kept forever. */
  public Tenant(TenantId id, String name, ZoneId timeZone) {
    this(id, name, timeZone, Retention.FOREVER);
  }

  /** Returns the tenant's retained events at a given time. */
  public TenantData data(Instant now) {
    return new TenantData(id, retention.from(timeZone, now));
  }

  /** Returns when the retained events next change with time; empty if they do not. */
  public Optional<Instant> nextChangeOfData(Instant now) {
    return retention.nextChange(timeZone, now);
  }
}
