package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWriterTest {
  @ParameterizedTest
  @CsvSource({
    "2026-05-12T00:00:00Z, 2026-05-12T00:00:00Z, true",
    "2026-05-31T23:59:59Z, 2026-06-01T00:00:00Z, true",
    "2026-06-11T23:59:59Z, 2026-05-12T00:00:00Z, true",
    "2026-05-12T00:00:00Z, 2026-06-12T00:00:00Z, false",
    "2026-05-12T00:00:00Z, 1900-01-01T00:00:00Z, false",
  })
  void eventsOfManyMonthsAreInsertedSeparately(Instant one, Instant other, boolean isQuick) {
    assertThat(EventWriter.isQuick(Stream.of(one, other).map(EventWriterTest::event).toList()))
        .isEqualTo(isQuick);
    assertThat(EventWriter.isQuick(List.of(event(one)))).isTrue();
  }

  private static Event event(Instant time) {
    return new Event(
        "id",
        EventType.CUSTOM,
        time,
        Optional.empty(),
        "ann",
        "",
        "",
        Optional.empty(),
        "",
        "",
        "",
        "bought",
        "",
        Optional.empty(),
        "",
        "",
        "");
  }
}
