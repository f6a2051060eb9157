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
 * What a batch of stored events can have changed: whose numbers, of which kinds of events, of which
 * time.
 *
 * @param tenant whose events
 * @param byJourney the time that the events of each kind span in each journey
 * @param customs the time that custom events of each name span
 */
public record EventBatch(
    TenantId tenant, Map<JourneyId, Map<Kind, Span>> byJourney, Map<String, Span> customs) {

  /** Copies the maps. */
  public EventBatch {
    byJourney = Map.copyOf(byJourney);
    customs = Map.copyOf(customs);
  }

  /** What the events span. */
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

  /** Tells whether these are the tenant's events. */
  public boolean concerns(TenantId other) {
    return tenant.equals(other);
  }

  /** The time that the events of each kind span in a journey; empty where it has none. */
  public Map<Kind, Span> ofJourney(JourneyId journey) {
    return byJourney.getOrDefault(journey, Map.of());
  }

  /**
   * A kind of events of a journey.
   *
   * @param type their type
   * @param channel the channel that they belong to, if any
   */
  public record Kind(EventType type, Optional<Channel> channel) {}

  /**
   * A time from the first event to the last, both included.
   *
   * @param first the first one's time
   * @param last the last one's time
   */
  public record Span(Instant first, Instant last) {
    /** That span, if there is one, made long enough for the time to be in it. */
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
