package io.journeystats.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBucketsTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static TimeBuckets touching(Interval interval, String earliest, String latest) {
    return TimeBuckets.touching(Instant.parse(earliest), Instant.parse(latest), interval, NEW_YORK);
  }

  @Test
  void bothEndsAreInside() {
    TimeBuckets days = touching(Interval.DAY, "2026-03-07T05:00:00Z", "2026-03-09T04:00:00Z");
    assertThat(days.starts())
        .containsExactlyElementsOf(
            Stream.of("2026-03-07T05:00:00Z", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")
                .map(Instant::parse)
                .toList());
    assertThat(days.range())
        .isEqualTo(
            TimeRange.between(
                Instant.parse("2026-03-07T05:00:00Z"), Instant.parse("2026-03-10T04:00:00Z")));
  }

  @Test
  void aMomentLiesInOneBucket() {
    TimeBuckets hours =
        touching(Interval.HOUR, "2026-03-08T06:59:59.999Z", "2026-03-08T06:59:59.999Z");
    assertThat(hours.starts()).containsExactly(Instant.parse("2026-03-08T06:00:00Z"));
    assertThat(hours.end()).isEqualTo("2026-03-08T07:00:00Z");
  }

  @Test
  void thereAreNoneWhereTheEndIsNotAfterTheStart() {
    Instant noon = Instant.parse("2026-05-12T12:00:00Z");
    assertThat(new TimeBuckets(Interval.HOUR, NEW_YORK, noon, noon).starts()).isEmpty();
    assertThat(touching(Interval.DAY, "2026-05-12T12:00:00Z", "2026-05-10T12:00:00Z").starts())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // A day of 23 hours.
    "HOUR, 2026-03-08T05:00:00Z, 2026-03-09T03:59:59Z, 23",
    "DAY, 2025-01-01T05:00:00Z, 2025-12-31T12:00:00Z, 365",
    "WEEK, 2026-01-01T12:00:00Z, 2026-01-12T12:00:00Z, 3",
    "MONTH, 2025-01-01T05:00:00Z, 2025-12-31T12:00:00Z, 12"
  })
  void numbersAreEstimatedByTheBuckets(
      Interval interval, String earliest, String latest, int points) {
    TimeBuckets buckets = touching(interval, earliest, latest);
    assertThat(buckets.starts()).hasSize(points);
    // Months and weeks are not equally long, so a few more or fewer may be told.
    assertThat(buckets.numbers(1)).isBetween(points - 1L, points + 1L);
    assertThat(buckets.numbers(7)).isEqualTo(7 * buckets.numbers(1));
  }

  /** Four centuries of hours are told to be too many without a list of them. */
  @Test
  void aSeriesThatIsTooLongIsKnownByItsLength() {
    TimeBuckets hours = touching(Interval.HOUR, "1900-01-01T00:00:00Z", "2299-12-31T23:59:59Z");
    assertThat(hours.isTooMany(1)).isTrue();
    TimeBuckets days = touching(Interval.DAY, "1900-01-01T12:00:00Z", "2299-12-31T12:00:00Z");
    assertThat(days.isTooMany(1)).isFalse();
    assertThat(days.isTooMany(4)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-12T00:00:00Z, 2026-05-12T12:00:00Z, HOUR",
    // 400 hours, and one more.
    "2026-05-01T04:00:00Z, 2026-05-17T19:59:59Z, HOUR",
    "2026-05-01T04:00:00Z, 2026-05-17T20:00:00Z, DAY",
    "2025-01-01T12:00:00Z, 2026-02-04T12:00:00Z, DAY",
    "2025-01-01T12:00:00Z, 2026-02-05T12:00:00Z, WEEK",
    "2018-01-01T12:00:00Z, 2026-02-05T12:00:00Z, MONTH",
    // More than 400 months: nothing is longer.
    "1900-01-01T12:00:00Z, 2026-02-05T12:00:00Z, MONTH"
  })
  void theFinestIntervalFitsThatMakesAtMostFourHundred(
      Instant earliest, Instant latest, Interval finest) {
    assertThat(TimeBuckets.fitting(earliest, latest, NEW_YORK))
        .isEqualTo(TimeBuckets.touching(earliest, latest, finest, NEW_YORK));
  }

  @Test
  void halfAMillionNumbersAreNotTooMany() {
    Instant first = Instant.parse("2026-01-01T00:00:00Z");
    TimeBuckets days =
        new TimeBuckets(Interval.DAY, ZoneId.of("UTC"), first, first.plusSeconds(86_400L * 1_000));
    assertThat(days.isTooMany(500)).isFalse();
    assertThat(days.isTooMany(501)).isTrue();
  }
}
