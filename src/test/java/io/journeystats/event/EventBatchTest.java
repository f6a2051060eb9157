package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.event.EventBatch.Kind;
import io.journeystats.event.EventBatch.Span;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The answers that a batch of events may change. */
class EventBatchTest {
  private static final TenantId TENANT = new TenantId("shop");
  private static final JourneyId JOURNEY = new JourneyId(new UUID(0, 1));
  private static final JourneyId OTHER = new JourneyId(new UUID(0, 2));

  private static Event event(
      EventType type, Optional<JourneyId> journey, Optional<Channel> channel, String time) {
    return new Event(
        "e",
        type,
        Instant.parse(time),
        journey,
        "u",
        "",
        "",
        channel,
        "",
        "",
        "",
        type == EventType.CUSTOM ? "name of " + time.substring(0, 7) : "",
        "",
        Optional.empty(),
        "",
        "",
        "");
  }

  private static Event event(EventType type, JourneyId journey, String time) {
    return event(type, Optional.of(journey), Optional.empty(), time);
  }

  private static Span between(String first, String last) {
    return new Span(Instant.parse(first), Instant.parse(last));
  }

  @Test
  void aJourneySpansItsOwnEventsOfEachKind() {
    EventBatch batch =
        EventBatch.of(
            TENANT,
            List.of(
                event(EventType.ENTERED, JOURNEY, "2026-05-12T10:00:00Z"),
                event(EventType.ENTERED, JOURNEY, "2026-05-10T10:00:00Z"),
                event(EventType.ENTERED, JOURNEY, "2026-05-11T10:00:00Z"),
                event(
                    EventType.MESSAGE_SENT,
                    Optional.of(JOURNEY),
                    Optional.of(Channel.SMS),
                    "2026-05-09T10:00:00Z"),
                event(EventType.ENTERED, OTHER, "2026-06-01T10:00:00Z")));
    assertThat(batch.ofJourney(JOURNEY))
        .containsOnly(
            Map.entry(
                new Kind(EventType.ENTERED, Optional.empty()),
                between("2026-05-10T10:00:00Z", "2026-05-12T10:00:00Z")),
            Map.entry(
                new Kind(EventType.MESSAGE_SENT, Optional.of(Channel.SMS)),
                between("2026-05-09T10:00:00Z", "2026-05-09T10:00:00Z")));
    assertThat(batch.ofJourney(OTHER))
        .containsOnly(
            Map.entry(
                new Kind(EventType.ENTERED, Optional.empty()),
                between("2026-06-01T10:00:00Z", "2026-06-01T10:00:00Z")));
    assertThat(batch.ofJourney(new JourneyId(new UUID(0, 3)))).isEmpty();
    assertThat(batch.customs()).isEmpty();
  }

  /** A custom event belongs to the tenant, even if it names a journey. */
  @Test
  void customEventsBelongToTheTenantOnly() {
    EventBatch batch =
        EventBatch.of(
            TENANT,
            List.of(
                event(EventType.CUSTOM, JOURNEY, "2026-05-12T10:00:00Z"),
                event(EventType.CUSTOM, Optional.empty(), Optional.empty(), "2026-05-10T10:00:00Z"),
                event(EventType.CUSTOM, JOURNEY, "2026-06-12T10:00:00Z")));
    assertThat(batch.customs())
        .containsOnly(
            Map.entry("name of 2026-05", between("2026-05-10T10:00:00Z", "2026-05-12T10:00:00Z")),
            Map.entry("name of 2026-06", between("2026-06-12T10:00:00Z", "2026-06-12T10:00:00Z")));
    assertThat(batch.ofJourney(JOURNEY)).isEmpty();
  }

  @Test
  void concernsItsTenantOnly() {
    EventBatch batch = EventBatch.of(TENANT, List.of());
    assertThat(batch.concerns(new TenantId("shop"))).isTrue();
    assertThat(batch.concerns(new TenantId("other"))).isFalse();
  }
}
