package io.journeystats.cache;

import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Values;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GroupKey;
import io.journeystats.query.Interval;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeBuckets;
import io.journeystats.query.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The split of a series into its closed buckets, which only late events change, and the others, so
 * that closed buckets are not computed again with each new event, or for each moment at which a
 * period is cut for a comparison.
 */
final class ClosedBuckets {
  private ClosedBuckets() {}

  /**
   * Returns the queries whose answers together answer a query: the query itself, or for a series
   * whose period is running or cut within a day, one for its closed buckets and one for the others.
   */
  static List<StatsQuery<?>> apart(StatsQuery<?> query, Instant now) {
    if (query instanceof StatsQuery.Numbers numbers
        && numbers.breakdown() instanceof Breakdown.ByBucket(var buckets)
        && numbers.aggregates(InState.class).isEmpty()) {
      Optional<Instant> open =
          open(numbers.range(), buckets.zone(), now)
              .map(instant -> buckets.interval().start(instant, buckets.zone()))
              .filter(start -> buckets.first().isBefore(start) && start.isBefore(buckets.end()));
      if (open.isPresent()) {
        return List.of(
            part(numbers, buckets, buckets.first(), open.get()),
            part(numbers, buckets, open.get(), buckets.end()));
      }
    }
    return List.of(query);
  }

  /** An instant in the bucket that is not closed; empty where all are. */
  private static Optional<Instant> open(TimeRange range, ZoneId zone, Instant now) {
    return range.hasEnded(now)
        ? range
            .to()
            .filter(end -> !Interval.DAY.start(end, zone).equals(end))
            .map(end -> end.minusMillis(1))
        : Optional.of(now);
  }

  private static StatsQuery.Numbers part(
      StatsQuery.Numbers query, TimeBuckets buckets, Instant first, Instant end) {
    TimeBuckets some = new TimeBuckets(buckets.interval(), buckets.zone(), first, end);
    return new StatsQuery.Numbers(
        query.data(),
        query.journey(),
        query.range().intersect(some.range()),
        new Breakdown.ByBucket(some),
        query.aggregates());
  }

  /** Joins the answers to both parts. */
  static Object joined(Object ended, Object rest) {
    Map<GroupKey, Values> groups = new HashMap<>(((Answer) ended).groups());
    groups.putAll(((Answer) rest).groups());
    return new Answer(((Answer) ended).zero(), groups);
  }
}
