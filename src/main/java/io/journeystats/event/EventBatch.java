package io.journeystats.event;

import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a batch of stored events that shows which answers the batch may have changed.
 *
 * @param tenant the tenant of the events
 * @param byJourney the time span of the events of each kind in each journey
 * @param customs the time span of the custom events of each name
 */
public record EventBatch(
    TenantId tenant, Map<JourneyId, Map<Kind, Span>> byJourney, Map<String, Span> customs) {

  /** Copies the maps. */
  public EventBatch {
    byJourney = Map.copyOf(byJourney);
    customs = Map.copyOf(customs);
  }

  /** Summarizes the events. */
  static EventBatch of(TenantId tenant, Collection<Event> events) {
    Map<JourneyId, Map<Kind, Span>> byJourney = new HashMap<>();
    Map<String, Span> customs = new HashMap<>();
    for (Event event : events) {
      Instant time = event.time();
      if (event.type() == EventType.CUSTOM) {
        customs.compute(event.eventName(), (_, span) -> Span.including(span, time));
      } else if (event.journey().isPresent()) {
        byJourney
            .computeIfAbsent(event.journey().get(), _ -> new HashMap<>())
            .compute(
                new Kind(event.type(), event.channel()), (_, span) -> Span.including(span, time));
      }
    }
    return new EventBatch(tenant, byJourney, customs);
  }

  /** Whether the events belong to the tenant. */
  public boolean concerns(TenantId other) {
    return tenant.equals(other);
  }

  /** The time span of the events of each kind in a journey; empty if it has no events. */
  public Map<Kind, Span> ofJourney(JourneyId journey) {
    return byJourney.getOrDefault(journey, Map.of());
  }

  /**
   * A kind of event of a journey.
   *
   * @param type the event type
   * @param channel the channel, if any
   */
  public record Kind(EventType type, Optional<Channel> channel) {}

  /**
   * A time span from the first event to the last, both included.
   *
   * @param first the time of the first event
   * @param last the time of the last event
   */
  public record Span(Instant first, Instant last) {
    /** The smallest span that contains the given span, if any, and the time. */
    static Span including(@Nullable Span span, Instant time) {
      if (span == null) {
        return new Span(time, time);
      }
      if (time.isBefore(span.first)) {
        return new Span(time, span.last);
      }
      return time.isAfter(span.last) ? new Span(span.first, time) : span;
    }
  }
}
