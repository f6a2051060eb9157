package io.journeystats.event;

import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of stored events can have changed: whose numbers, of which time.
 *
 * @param tenant whose events
 * @param byJourney the time that the batch spans in each journey
 * @param ofTenant the time that its custom events span; empty where it has none
 */
public record EventBatch(TenantId tenant, Map<JourneyId, Span> byJourney, Optional<Span> ofTenant) {

  /** Copies the map. */
  public EventBatch {
    byJourney = Map.copyOf(byJourney);
  }

  /** What the events span. */
  static EventBatch of(TenantId tenant, Collection<Event> events) {
    Map<JourneyId, Span> byJourney = new HashMap<>();
    Span custom = null;
    for (Event event : events) {
      Instant time = event.time();
      if (event.type() == EventType.CUSTOM) {
        custom = Span.including(custom, time);
      } else if (event.journey().isPresent()) {
        byJourney.compute(event.journey().get(), (_, span) -> Span.including(span, time));
      }
    }
    return new EventBatch(tenant, byJourney, Optional.ofNullable(custom));
  }

  /** Tells whether these are the tenant's events. */
  public boolean concerns(TenantId other) {
    return tenant.equals(other);
  }

  /** The time that the batch spans in a journey; empty where it has no event of it. */
  public Optional<Span> ofJourney(JourneyId journey) {
    return Optional.ofNullable(byJourney.get(journey));
  }

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
