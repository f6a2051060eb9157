package io.journeystats.event;

import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.Journeys;
import io.journeystats.tenant.TenantId;
import java.util.Optional;

/**
 * The journeys as the events of one request see them: one that is not known may have been made by
 * another instance a moment ago, so the store is asked, once.
 */
final class RequestJourneys {
  private final Journeys journeys;
  private boolean refreshed;

  RequestJourneys(Journeys journeys) {
    this.journeys = journeys;
  }

  /** The tenant's journey with that id; empty where there is none. */
  Optional<Journey> find(TenantId tenant, JourneyId id) {
    Optional<Journey> known = journeys.find(tenant, id);
    if (known.isEmpty() && !refreshed) {
      refreshed = true;
      journeys.refresh();
      return journeys.find(tenant, id);
    }
    return known;
  }
}
