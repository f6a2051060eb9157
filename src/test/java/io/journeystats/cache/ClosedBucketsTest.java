package io.journeystats.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.query.Breakdown;
import io.journeystats.query.Interval;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeBuckets;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series by hour, of a day in Kathmandu that begins at 18:15Z. */
class ClosedBucketsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
  private static final Instant FIRST = Instant.parse("2026-05-10T18:15:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-05-11T18:15:00Z");
  private static final Instant LATER = Instant.parse("2026-05-12T10:20:30Z");

  private static StatsQuery.Numbers series(Instant end) {
    TimeBuckets hours = TimeBuckets.touching(FIRST, end.minusMillis(1), Interval.HOUR, ZONE);
    return StatsQuery.Numbers.of(
        new TenantData(new TenantId("shop"), Optional.empty()),
        new JourneyId(new UUID(0, 1)),
        TimeRange.between(FIRST, end),
        new Breakdown.ByBucket(hours),
        List.of(AudienceMetrics.ENTRANCES));
  }

  private static List<TimeRange> ranges(Instant end, Instant now) {
    return ClosedBuckets.apart(series(end), now).stream()
        .map(query -> ((StatsQuery.Numbers) query).range())
        .toList();
  }

  @Test
  void aDayThatIsOverIsOneQuery() {
    assertThat(ClosedBuckets.apart(series(NEXT_DAY), LATER)).containsExactly(series(NEXT_DAY));
  }

  @Test
  void aRunningDayIsSplitWhereTheRunningHourBegins() {
    assertThat(ranges(NEXT_DAY, Instant.parse("2026-05-11T10:20:30Z")))
        .containsExactly(
            TimeRange.between(FIRST, Instant.parse("2026-05-11T10:15:00Z")),
            TimeRange.between(Instant.parse("2026-05-11T10:15:00Z"), NEXT_DAY));
  }

  /** For a comparison: the hours before are the same a moment later. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-11T10:20:30.500Z, 2026-05-11T10:15:00Z",
    "2026-05-11T10:20:40.500Z, 2026-05-11T10:15:00Z",
    "2026-05-11T10:15:00.001Z, 2026-05-11T10:15:00Z",
    "2026-05-11T10:15:00Z, 2026-05-11T09:15:00Z"
  })
  void aDayThatIsCutIsSplitWhereTheCutHourBegins(Instant cut, Instant hour) {
    assertThat(ranges(cut, LATER))
        .containsExactly(TimeRange.between(FIRST, hour), TimeRange.between(hour, cut));
  }

  @Test
  void aDayThatIsCutInItsFirstHourIsOneQuery() {
    assertThat(ranges(FIRST.plusMillis(1), LATER))
        .containsExactly(TimeRange.between(FIRST, FIRST.plusMillis(1)));
  }
}
