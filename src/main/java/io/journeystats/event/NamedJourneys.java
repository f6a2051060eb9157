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
 * The journeys of the events of one request. Events are checked journey by journey, so only the
 * last journey is kept in memory. Thread-safe.
 */
final class NamedJourneys {
  private final TenantId tenant;
  private final RequestJourneys journeys;
  private final TenantLimiter memory;
  private volatile @Nullable Last last;

  /** The result of the last lookup, by the id as it was sent. */
  private record Last(String id, Optional<Named> journey) {}

  /**
   * Creates the lookup of a tenant's journeys.
   *
   * @param memory limits the heap that definitions take while they are read
   */
  NamedJourneys(TenantId tenant, RequestJourneys journeys, TenantLimiter memory) {
    this.tenant = tenant;
    this.journeys = journeys;
    this.memory = memory;
  }

  /** The tenant's journey with this id; empty if there is none or the text is not an id. */
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
   * A journey, reduced to what the checks of events need.
   *
   * @param id the journey's id
   * @param steps the journey's steps by id
   */
  record Named(JourneyId id, Map<String, Step> steps) {
    static Named of(Journey journey) {
      Map<String, Step> steps = new HashMap<>();
      journey.steps().forEach(step -> steps.putIfAbsent(step.id(), step));
      return new Named(journey.id(), steps);
    }

    /** The step with this id; empty if the definition does not contain it. */
    Optional<Step> step(String stepId) {
      return Optional.ofNullable(steps.get(stepId));
    }
  }
}
