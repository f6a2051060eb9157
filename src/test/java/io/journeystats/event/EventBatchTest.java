package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.event.EventBatch.Span;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What answers may have changed by a batch: those of its journeys, or of custom events. */
class EventBatchTest {
  private static final TenantId TENANT = new TenantId("shop");
  private static final JourneyId JOURNEY = new JourneyId(new UUID(0, 1));
  private static final JourneyId OTHER = new JourneyId(new UUID(0, 2));

  private static Event event(EventType type, Optional<JourneyId> journey, String time) {
    return new Event(
        "e",
        type,
        Instant.parse(time),
        journey,
        "u",
        "",
        "",
        Optional.empty(),
        "",
        "",
        "",
        "",
        "",
        "");
  }

  @Test
  void aJourneySpansItsOwnEvents() {
    EventBatch batch =
        EventBatch.of(
            TENANT,
            List.of(
                event(EventType.ENTERED, Optional.of(JOURNEY), "2026-05-12T10:00:00Z"),
                event(EventType.EXITED, Optional.of(JOURNEY), "2026-05-10T10:00:00Z"),
                event(EventType.ENTERED, Optional.of(JOURNEY), "2026-05-11T10:00:00Z"),
                event(EventType.ENTERED, Optional.of(OTHER), "2026-06-01T10:00:00Z")));
    assertThat(batch.ofJourney(JOURNEY))
        .contains(
            new Span(Instant.parse("2026-05-10T10:00:00Z"), Instant.parse("2026-05-12T10:00:00Z")));
    assertThat(batch.ofJourney(OTHER))
        .contains(
            new Span(Instant.parse("2026-06-01T10:00:00Z"), Instant.parse("2026-06-01T10:00:00Z")));
    assertThat(batch.ofJourney(new JourneyId(new UUID(0, 3)))).isEmpty();
    assertThat(batch.ofTenant()).isEmpty();
  }

  /** A custom event is the tenant's, also where it names a journey. */
  @Test
  void customEventsAreOfTheTenantAlone() {
    EventBatch batch =
        EventBatch.of(
            TENANT,
            List.of(
                event(EventType.CUSTOM, Optional.of(JOURNEY), "2026-05-12T10:00:00Z"),
                event(EventType.CUSTOM, Optional.empty(), "2026-05-10T10:00:00Z")));
    assertThat(batch.ofTenant())
        .contains(
            new Span(Instant.parse("2026-05-10T10:00:00Z"), Instant.parse("2026-05-12T10:00:00Z")));
    assertThat(batch.ofJourney(JOURNEY)).isEmpty();
  }

  @Test
  void concernsItsTenantOnly() {
    EventBatch batch = EventBatch.of(TENANT, List.of());
    assertThat(batch.concerns(new TenantId("shop"))).isTrue();
    assertThat(batch.concerns(new TenantId("other"))).isFalse();
  }
}
