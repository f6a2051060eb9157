package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Journey;
import io.journeystats.metric.Metric;
import io.journeystats.metric.Values;
import io.journeystats.stats.Answer;
import io.journeystats.stats.Breakdown;
import io.journeystats.stats.Buckets;
import io.journeystats.stats.GroupKey;
import io.journeystats.stats.Interval;
import io.journeystats.stats.Statistics;
import io.journeystats.stats.StatsQuery;
import io.journeystats.stats.TimeRange;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The statistics of one journey in one period: what every dashboard is made of.
 *
 * @param tenant whose journey
 * @param journey its definition
 * @param period the time asked about
 * @param statistics what answers
 * @param room where an answer's numbers have to find room
 */
public record JourneyStatistics(
    TenantId tenant, Journey journey, ResolvedPeriod period, Statistics statistics, Room room) {

  /** What bounds how much is in memory at the same time. */
  public interface Room {
    /**
     * Makes room for so many numbers.
     *
     * @throws io.journeystats.http.TryAgainException where there is none
     */
    void take(long numbers);
  }

  /** The numbers of the whole period. */
  Values total(Collection<Metric> metrics) {
    return by(new Breakdown.None(), metrics).whole();
  }

  /** The numbers of the period, split. */
  Answer by(Breakdown breakdown, Collection<Metric> metrics) {
    return numbers(period.range(), breakdown, metrics);
  }

  /** The numbers of each bucket of the period, none left out. */
  List<Point> series(Interval interval, Collection<Metric> metrics) {
    return buckets(interval, metrics.size())
        .map(buckets -> points(buckets, metrics))
        .orElse(List.of());
  }

  private List<Point> points(Buckets buckets, Collection<Metric> metrics) {
    Answer answer =
        numbers(
            period.range().intersect(buckets.range()), new Breakdown.ByBucket(buckets), metrics);
    return buckets.starts().stream()
        .map(start -> new Point(start.atZone(period.zone()), answer.of(new GroupKey.Bucket(start))))
        .toList();
  }

  /**
   * The period's buckets; an unbounded period begins with the journey's first event and has none
   * before.
   */
  private Optional<Buckets> buckets(Interval interval, int numbersAPoint) {
    TimeRange range = period.range();
    Optional<Instant> first =
        range.from().or(() -> statistics.answer(new StatsQuery.FirstEvent(tenant, journey.id())));
    Instant last = range.to().map(end -> end.minusMillis(1)).orElse(period.now());
    Optional<Buckets> buckets =
        first
            .map(start -> Buckets.touching(start, last, interval, period.zone()))
            // None where all events are yet to come, or on a day that a zone's calendar leaves out.
            .filter(found -> found.first().isBefore(found.end()));
    if (buckets.filter(found -> found.isTooMany(numbersAPoint)).isPresent()) {
      throw new InvalidInputException(
          "interval", "must be longer: a series has at most " + Buckets.LIMIT + " numbers");
    }
    buckets.ifPresent(found -> room.take(found.numbers(numbersAPoint)));
    return buckets;
  }

  private Answer numbers(TimeRange range, Breakdown breakdown, Collection<Metric> metrics) {
    return statistics.answer(
        StatsQuery.Numbers.of(tenant, journey.id(), range, breakdown, metrics));
  }
}
