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
    return statistics.answer(numbers(period.range(), breakdown, metrics));
  }

  /**
   * The numbers of the whole period, and others split.
   *
   * @return both answers, in this order
   */
  List<Answer> totalAnd(Collection<Metric> metrics, Breakdown breakdown, Collection<Metric> split) {
    return statistics.answerAll(
        List.of(
            numbers(period.range(), new Breakdown.None(), metrics),
            numbers(period.range(), breakdown, split)));
  }

  /** The numbers of the whole period, and others of each of its buckets, none left out. */
  Chart chart(Collection<Metric> metrics, Interval interval, Collection<Metric> charted) {
    return buckets(interval, charted.size())
        .map(buckets -> chart(metrics, buckets, charted))
        .orElseGet(() -> new Chart(total(metrics), List.of()));
  }

  private Chart chart(Collection<Metric> metrics, Buckets buckets, Collection<Metric> charted) {
    List<Answer> answers =
        statistics.answerAll(
            List.of(
                numbers(period.range(), new Breakdown.None(), metrics),
                numbers(
                    period.range().intersect(buckets.range()),
                    new Breakdown.ByBucket(buckets),
                    charted)));
    return new Chart(
        answers.getFirst().whole(),
        buckets.starts().stream()
            .map(start ->
                new Point(
                    start.atZone(period.zone()), answers.getLast().of(new GroupKey.Bucket(start))))
            .toList());
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

  private StatsQuery.Numbers numbers(
      TimeRange range, Breakdown breakdown, Collection<Metric> metrics) {
    return StatsQuery.Numbers.of(tenant, journey.id(), range, breakdown, metrics);
  }
}
