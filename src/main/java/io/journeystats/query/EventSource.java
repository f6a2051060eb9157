package io.journeystats.query;

import io.journeystats.event.EventBatch;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A source of events that answers depend on: a journey, or a tenant's custom events, which belong
 * to no journey.
 *
 * @param tenant the tenant
 * @param journey of which journey; empty for custom events
 */
public record EventSource(TenantId tenant, Optional<JourneyId> journey) {

  /** The sources that the answer to a query depends on. */
  public static Stream<EventSource> of(StatsQuery<?> query, InvalidationScope scope) {
    return Stream.concat(
        Stream.of(new EventSource(query.tenant(), Optional.of(query.journey()))),
        customEvents(query.tenant(), scope.onCustomEvents()));
  }

  /** The sources that a batch of events adds to. */
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
