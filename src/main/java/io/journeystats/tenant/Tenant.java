package io.journeystats.tenant;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One customer of the service; nothing of one tenant is ever visible to another.
 *
 * @param id the tenant's id
 * @param name its name for people
 * @param timeZone the zone of its calendar days unless a request names another
 * @param retention how long its events are kept
 */
public record Tenant(TenantId id, String name, ZoneId timeZone, Retention retention) {
  /** A tenant whose events are all kept. */
  public Tenant(TenantId id, String name, ZoneId timeZone) {
    this(id, name, timeZone, Retention.FOREVER);
  }

  /** Its events that count at a moment. */
  public TenantData data(Instant now) {
    return new TenantData(id, retention.from(timeZone, now));
  }

  /** When other events count by themselves; empty where none ever stop to count. */
  public Optional<Instant> nextChangeOfData(Instant now) {
    return retention.nextChange(timeZone, now);
  }
}
