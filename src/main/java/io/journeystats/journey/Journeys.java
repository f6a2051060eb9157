package io.journeystats.journey;

import io.journeystats.tenant.TenantId;
import java.util.Collection;
import java.util.Optional;

/**
 * The journeys of every tenant, as they are defined now; answered from memory, so cheap to ask for
 * every event.
 */
public interface Journeys {

  /** The tenant's journey with that id; empty where it is unknown or another tenant's. */
  Optional<Journey> find(TenantId tenant, JourneyId journey);

  /**
   * Reads what other instances of the service have changed a moment ago.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store does not answer
   */
  void refresh();

  /** All journeys of the tenant, in no particular order. */
  Collection<Journey> all(TenantId tenant);
}
