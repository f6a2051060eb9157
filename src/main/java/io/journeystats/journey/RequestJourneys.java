package io.journeystats.journey;

import io.journeystats.tenant.TenantId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The journeys as one request sees them: one that is not known may have been made by another
 * instance a moment ago, so the store is asked, once.
 */
public final class RequestJourneys {
  private final Journeys journeys;
  private boolean refreshed;

  /** Looks into those. */
  public RequestJourneys(Journeys journeys) {
    this.journeys = journeys;
  }

  /** The tenant's journey with that id; empty where there is none. */
  public Optional<Journey> find(TenantId tenant, JourneyId id) {
    return find(() -> journeys.find(tenant, id));
  }

  /** What lists show of it; empty likewise. */
  public Optional<JourneyHead> head(TenantId tenant, JourneyId id) {
    return find(() -> journeys.head(tenant, id));
  }

  private <T> Optional<T> find(Supplier<Optional<T>> look) {
    Optional<T> known = look.get();
    if (known.isEmpty() && !refreshed) {
      refreshed = true;
      journeys.refresh();
      return look.get();
    }
    return known;
  }
}
