package io.journeystats.stats;

import io.journeystats.event.EventBatch;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events that answers rest on: those of a journey, or a tenant's custom events, which no journey
 * has.
 *
 * @param tenant whose
 * @param journey of which journey; empty for custom events
 */
record Source(TenantId tenant, Optional<JourneyId> journey) {

  /** What the answer to a query rests on. */
  static Stream<Source> of(StatsQuery<?> query, Dependence dependence) {
    return Stream.concat(
        Stream.of(new Source(query.tenant(), Optional.of(query.journey()))),
        customEvents(query.tenant(), dependence.onCustomEvents()));
  }

  /** What a batch of events adds to. */
  static Stream<Source> of(EventBatch batch) {
    return Stream.concat(
        batch.byJourney().keySet().stream()
            .map(journey -> new Source(batch.tenant(), Optional.of(journey))),
        customEvents(batch.tenant(), !batch.customs().isEmpty()));
  }

  private static Stream<Source> customEvents(TenantId tenant, boolean present) {
    return present ? Stream.of(new Source(tenant, Optional.empty())) : Stream.empty();
  }
}
