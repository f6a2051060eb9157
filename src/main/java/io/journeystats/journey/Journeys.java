package io.journeystats.journey;

import io.journeystats.tenant.TenantId;
import java.util.Collection;
import java.util.Optional;

/** The current journeys of all tenants, served from memory as far as definitions are cached. */
public interface Journeys {

  /** Returns a journey of the tenant; empty if it is unknown or belongs to another tenant. */
  Optional<Journey> find(TenantId tenant, JourneyId journey);

  /**
   * Loads recent changes by other instances of the service.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException if the store does not respond
   */
  void refresh();

  /**
   * Returns the list entry of a journey of the tenant; empty if it is unknown or belongs to another
   * tenant.
   */
  default Optional<JourneyHead> head(TenantId tenant, JourneyId journey) {
    return find(tenant, journey).map(Journey::head);
  }

  /** Returns the list entries of all journeys of the tenant, in no particular order. */
  Collection<JourneyHead> all(TenantId tenant);
}
