package io.journeystats.journey;

import io.journeystats.tenant.TenantId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The journeys as seen by one request. If a journey is unknown, recent changes by other instances
 * are loaded, at most once per request.
 */
public final class RequestJourneys {
  private final Journeys journeys;
  private boolean refreshed;

  /** Creates a view of the given journeys. */
  public RequestJourneys(Journeys journeys) {
    this.journeys = journeys;
  }

  /** Returns a journey of the tenant; empty if there is none. */
  public Optional<Journey> find(TenantId tenant, JourneyId id) {
    return find(() -> journeys.find(tenant, id));
  }

  /** Returns the list entry of a journey; empty if there is none. */
  public Optional<JourneyHead> head(TenantId tenant, JourneyId id) {
    return find(() -> journeys.head(tenant, id));
  }

  private <T> Optional<T> find(Supplier<Optional<T>> lookup) {
    Optional<T> known = lookup.get();
    if (known.isEmpty() && !refreshed) {
      refreshed = true;
      journeys.refresh();
      return lookup.get();
    }
    return known;
  }
}
