package io.journeystats.journey;

import io.journeystats.tenant.TenantId;
import java.util.Collection;
import java.util.Optional;

/**
 * The journeys of every tenant, as they are defined now; answered from memory, as long as their
 * definitions find room there.
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

  /** What lists show of the tenant's journey with that id; empty likewise. */
  default Optional<JourneyHead> head(TenantId tenant, JourneyId journey) {
    return find(tenant, journey).map(Journey::head);
  }

  /** What lists show of all journeys of the tenant, in no particular order. */
  Collection<JourneyHead> all(TenantId tenant);
}
