package io.journeystats.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterHoursTest {
  /** Numbered from 1900 in UTC. */
  @ParameterizedTest
  @CsvSource({
    "1900-01-01T00:00:00Z, 0",
    "1900-01-01T00:14:59.999Z, 0",
    "1900-01-01T00:15:00Z, 1",
    "1900-01-02T00:00:00Z, 96",
    "1969-12-31T23:59:59.999Z, 2454431",
    "1970-01-01T00:00:00Z, 2454432",
    "2026-05-12T09:30:00Z, 4430630"
  })
  void anInstantIsInOneQuarterHour(Instant instant, long number) {
    assertThat(QuarterHours.number(instant)).isEqualTo(number);
    assertThat(QuarterHours.start(number)).isBeforeOrEqualTo(instant);
    assertThat(QuarterHours.start(number + 1)).isAfter(instant);
  }

  @Test
  void onlyInstantsInsideCutAQuarterHour() {
    List<Instant> bounds =
        Stream.of(
                "1900-01-01T00:00:00Z",
                "1900-01-01T00:15:00.001Z",
                "1900-01-01T00:29:59.999Z",
                "1900-01-01T01:00:00Z",
                "1900-01-01T01:07:00Z")
            .map(Instant::parse)
            .toList();
    assertThat(QuarterHours.cutBy(bounds)).isEqualTo(QuarterHours.of(List.of(1L, 4L)));
    assertThat(QuarterHours.cutBy(List.of()).isEmpty()).isTrue();
  }

  @Test
  void aUnionContainsEachOnce() {
    assertThat(QuarterHours.of(List.of(7L, 1L)).and(QuarterHours.of(List.of(3L, 7L))).numbers())
        .containsExactly(1L, 3L, 7L);
  }

  private static Range<Instant> from(String start, String end) {
    return Range.closedOpen(
        Instant.parse("1900-01-01T" + start + ":00Z"), Instant.parse("1900-01-01T" + end + ":00Z"));
  }

  @Test
  void neighboursAreOneSpan() {
    assertThat(QuarterHours.of(List.of(4L, 5L, 6L, 8L)).spans(10))
        .containsExactly(from("01:00", "01:45"), from("02:00", "02:15"));
    assertThat(QuarterHours.of(List.of()).spans(10)).isEmpty();
  }

  @Test
  void tooManySpansAreJoinedAcrossTheShortestGaps() {
    QuarterHours some = QuarterHours.of(List.of(0L, 2L, 8L, 12L));
    assertThat(some.spans(4)).hasSize(4);
    assertThat(some.spans(3))
        .containsExactly(from("00:00", "00:45"), from("02:00", "02:15"), from("03:00", "03:15"));
    assertThat(some.spans(2)).containsExactly(from("00:00", "00:45"), from("02:00", "03:15"));
    assertThat(some.spans(1)).containsExactly(from("00:00", "03:15"));
  }
}
