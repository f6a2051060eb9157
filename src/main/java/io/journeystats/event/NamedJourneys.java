package io.journeystats.event;

import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.journey.Step;
import io.journeystats.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The journeys that the events of one request name. Most name the same few, so each is looked up
 * once; may be asked by several threads.
 */
final class NamedJourneys {
  private final TenantId tenant;
  private final RequestJourneys journeys;
  private final Map<String, Named> found = new ConcurrentHashMap<>();

  /** Looks for the tenant's journeys. */
  NamedJourneys(TenantId tenant, RequestJourneys journeys) {
    this.tenant = tenant;
    this.journeys = journeys;
  }

  /** The tenant's journey with that id; empty where there is none, or the text is no id. */
  Optional<Named> find(String id) {
    Named known = found.get(id);
    return known == null ? look(id) : Optional.of(known);
  }

  private synchronized Optional<Named> look(String id) {
    Optional<Named> named =
        JourneyId.find(id).flatMap(journey -> journeys.find(tenant, journey)).map(Named::of);
    // Only what exists is remembered, and in one notation: of others, a sender can make any number.
    named.ifPresent(journey -> found.put(journey.id().toString(), journey));
    return named;
  }

  /**
   * A journey, for events to be checked against.
   *
   * @param id the journey's id
   * @param steps its steps by their ids
   */
  record Named(JourneyId id, Map<String, Step> steps) {
    static Named of(Journey journey) {
      Map<String, Step> steps = new HashMap<>();
      journey.steps().forEach(step -> steps.putIfAbsent(step.id(), step));
      return new Named(journey.id(), steps);
    }

    /** The step with that id, empty where the definition lacks it. */
    Optional<Step> step(String stepId) {
      return Optional.ofNullable(steps.get(stepId));
    }
  }
}
