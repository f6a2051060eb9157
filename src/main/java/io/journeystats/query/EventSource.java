package io.journeystats.query;

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
public record EventSource(TenantId tenant, Optional<JourneyId> journey) {

  /** What the answer to a query rests on. */
  public static Stream<EventSource> of(StatsQuery<?> query, InvalidationScope dependence) {
    return Stream.concat(
        Stream.of(new EventSource(query.tenant(), Optional.of(query.journey()))),
        customEvents(query.tenant(), dependence.onCustomEvents()));
  }

  /** What a batch of events adds to. */
  public static Stream<EventSource> of(EventBatch batch) {
    return Stream.concat(
        batch.byJourney().keySet().stream()
            .map(journey -> new EventSource(batch.tenant(), Optional.of(journey))),
        customEvents(batch.tenant(), !batch.customs().isEmpty()));
  }

  private static Stream<EventSource> customEvents(TenantId tenant, boolean present) {
    return present ? Stream.of(new EventSource(tenant, Optional.empty())) : Stream.empty();
  }
}
