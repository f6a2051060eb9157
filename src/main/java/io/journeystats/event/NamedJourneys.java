package io.journeystats.event;

import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.journey.Step;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journeys that the events of one request name. Events come journey by journey, so only the
 * last one is kept: all of them together may be large. May be asked by several threads.
 */
final class NamedJourneys {
  private final TenantId tenant;
  private final RequestJourneys journeys;
  private final TenantLimiter memory;
  private volatile @Nullable Last last;

  /** What was found for an id as it was written. */
  private record Last(String id, Optional<Named> journey) {}

  /**
   * Looks for the tenant's journeys.
   *
   * @param memory what definitions take of the heap while they are looked at
   */
  NamedJourneys(TenantId tenant, RequestJourneys journeys, TenantLimiter memory) {
    this.tenant = tenant;
    this.journeys = journeys;
    this.memory = memory;
  }

  /** The tenant's journey with that id; empty where there is none, or the text is no id. */
  Optional<Named> find(String id) {
    Last known = last;
    return known != null && known.id().equals(id) ? known.journey() : look(id);
  }

  private synchronized Optional<Named> look(String id) {
    Last known = last;
    if (known != null && known.id().equals(id)) {
      return known.journey();
    }
    Optional<Named> found =
        JourneyId.find(id).flatMap(journey -> journeys.head(tenant, journey)).flatMap(this::read);
    last = new Last(id, found);
    return found;
  }

  private Optional<Named> read(JourneyHead head) {
    try (TenantLimiter.Permit held = memory.permit(tenant.value())) {
      held.take(head.memory());
      return journeys.find(tenant, head.id()).map(Named::of);
    }
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
