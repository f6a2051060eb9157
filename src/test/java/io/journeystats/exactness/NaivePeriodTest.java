package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elapsed parts of the naive implementation, worked out by hand. */
class NaivePeriodTest {

  @ParameterizedTest(name = "{0} {1} to {2} at {3}")
  @CsvSource({
    "UTC, 2026-05-12, 2026-05-12, 2026-05-12T14:02:03.004Z, 2026-05-11T14:02:03.004Z",
    "Asia/Kathmandu, 2026-05-06, 2026-05-12, 2026-05-12T02:00:00Z, 2026-05-05T02:00:00Z",
    // Over, and yet to come.
    "UTC, 2026-05-12, 2026-05-12, 2026-05-13T00:00:00Z, 2026-05-12T00:00:00Z",
    "UTC, 2026-05-12, 2026-05-13, 2026-05-11T12:00:00Z, 2026-05-10T00:00:00Z",
    // 02:30 was left out on the day before, and came twice.
    "Europe/Berlin, 2026-03-30, 2026-03-30, 2026-03-30T00:30:00Z, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 2026-10-26, 2026-10-26, 2026-10-26T01:30:00Z, 2026-10-25T00:30:00Z"
  })
  void endsWhenTheClocksFirstShowTheTime(
      ZoneId zone, LocalDate first, LocalDate last, Instant now, Instant end) {
    assertThat(NaivePeriod.elapsed(first, last, zone, now).to()).contains(end);
  }
}
