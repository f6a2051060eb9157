package io.journeystats.cache;

import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Values;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GroupKey;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeBuckets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A series taken apart: the buckets that have ended, which only late events change, and the others.
 * So what was is not computed again each time that something happens.
 */
final class ClosedBuckets {
  private ClosedBuckets() {}

  /**
   * The queries whose answers together answer a query: itself, or of a series that is still going
   * on, that of its ended buckets and that of the others.
   */
  static List<StatsQuery<?>> apart(StatsQuery<?> query, Instant now) {
    if (query instanceof StatsQuery.Numbers numbers
        && numbers.breakdown() instanceof Breakdown.ByBucket(var buckets)
        && numbers.aggregates(InState.class).isEmpty()
        && !numbers.range().hasEnded(now)) {
      Instant running = buckets.interval().start(now, buckets.zone());
      if (buckets.first().isBefore(running) && running.isBefore(buckets.end())) {
        return List.of(
            part(numbers, buckets, buckets.first(), running),
            part(numbers, buckets, running, buckets.end()));
      }
    }
    return List.of(query);
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

  /** The answer to a query of the answers to its parts. */
  static Object joined(Object ended, Object rest) {
    Map<GroupKey, Values> groups = new HashMap<>(((Answer) ended).groups());
    groups.putAll(((Answer) rest).groups());
    return new Answer(((Answer) ended).zero(), groups);
  }
}
