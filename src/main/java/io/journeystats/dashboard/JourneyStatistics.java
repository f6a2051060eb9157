package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.Metric;
import io.journeystats.metric.Values;
import io.journeystats.query.Answer;
import io.journeystats.query.AttributionAnswer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.FlowAnswer;
import io.journeystats.query.GoalAmounts;
import io.journeystats.query.GroupKey;
import io.journeystats.query.Interval;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeBuckets;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statistics of one journey in one period: what every dashboard is made of.
 *
 * @param data whose journey, and from when on its events count
 * @param journey its definition
 * @param period the time asked about
 * @param statistics what answers
 * @param room where an answer's numbers have to find room
 */
public record JourneyStatistics(
    TenantData data, Journey journey, ResolvedPeriod period, Statistics statistics, Room room) {

  private static final int NUMBERS_OF_MOMENT = 3;
  private static final int NUMBERS_OF_EDGE = 4;

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

  /**
   * The numbers of the whole period, and others of each of its buckets, none left out.
   *
   * @param interval how long a bucket is; empty for one that fits the period
   * @throws InvalidInputException where there are too many buckets of that interval
   */
  Chart chart(Collection<Metric> metrics, Optional<Interval> interval, Collection<Metric> charted) {
    return buckets(interval)
        .map(buckets -> {
          require(buckets, charted.size(), "interval", "must be longer: a series");
          return chart(metrics, buckets, charted);
        })
        .orElseGet(() -> new Chart(total(metrics), Interval.DAY, List.of()));
  }

  /**
   * The numbers of each day of the period, none left out.
   *
   * @throws InvalidInputException where there are too many days
   */
  List<Point> days(Collection<Metric> metrics) {
    return buckets(Optional.of(Interval.DAY))
        .map(days -> {
          require(days, metrics.size(), "period", "must be shorter: a file of days");
          return chart(metrics, days, metrics).points();
        })
        .orElseGet(List::of);
  }

  /**
   * The values of a duration in the period, and in each of its buckets.
   *
   * @throws InvalidInputException where there are too many buckets of that interval
   */
  DurationsView durations(DurationParameters.Named duration, SeriesInterval interval) {
    Optional<TimeBuckets> buckets = buckets(interval.resolve());
    buckets.ifPresent(
        some -> require(some, NUMBERS_OF_MOMENT, "interval", "must be longer: a series"));
    return DurationsView.of(
        period,
        duration.measure(),
        statistics.answer(
            new StatsQuery.Durations(data, journey.id(), period.range(), duration.span(), buckets)),
        interval.chosen(buckets.map(TimeBuckets::interval).orElse(Interval.DAY)),
        buckets);
  }

  /** Where first conversions of the period went. */
  AttributionAnswer attribution(Attribution attribution) {
    return statistics.answer(
        new StatsQuery.Attributions(data, journey.id(), period.range(), attribution));
  }

  /** The trips that start in the period. */
  FlowView flow() {
    FlowAnswer flow =
        statistics.answer(new StatsQuery.Flow(data, journey.id(), period.range(), stepIds()));
    room.take(NUMBERS_OF_EDGE * (long) flow.passages().size());
    return FlowView.of(period, journey, flow);
  }

  private List<String> stepIds() {
    return journey.steps().stream().map(Step::id).toList();
  }

  private Chart chart(Collection<Metric> metrics, TimeBuckets buckets, Collection<Metric> charted) {
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
        buckets.interval(),
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
  private Optional<TimeBuckets> buckets(Optional<Interval> interval) {
    TimeRange range = period.range();
    Optional<Instant> first =
        range.from().or(() -> statistics.answer(new StatsQuery.FirstEvent(data, journey.id())));
    Instant last = range.to().map(end -> end.minusMillis(1)).orElse(period.now());
    return first
        .map(start ->
            interval
                .map(given -> TimeBuckets.touching(start, last, given, period.zone()))
                .orElseGet(() -> TimeBuckets.fitting(start, last, period.zone())))
        // None where all events are yet to come, or on a day that a zone's calendar leaves out.
        .filter(found -> found.first().isBefore(found.end()));
  }

  /** Makes room for the numbers of a series, or refuses it where they are too many. */
  private void require(TimeBuckets buckets, int numbers, String parameter, String refusal) {
    if (buckets.isTooMany(numbers)) {
      throw new InvalidInputException(
          parameter, refusal + " has at most " + TimeBuckets.LIMIT + " numbers");
    }
    room.take(buckets.numbers(numbers));
  }

  /** What the conversions of goals are worth in the whole period. */
  GoalAmounts amounts(List<Goal> goals) {
    return amounts(goals, period.range(), new Breakdown.None());
  }

  /** The same of each of its buckets. */
  GoalAmounts amounts(List<Goal> goals, Optional<Interval> interval) {
    return buckets(interval)
        .map(buckets ->
            amounts(
                goals, period.range().intersect(buckets.range()), new Breakdown.ByBucket(buckets)))
        .orElseGet(() -> new GoalAmounts(Map.of()));
  }

  private GoalAmounts amounts(List<Goal> goals, TimeRange range, Breakdown breakdown) {
    List<Goal> valued = goals.stream().filter(goal -> goal.value().isPresent()).toList();
    return valued.isEmpty()
        ? new GoalAmounts(Map.of())
        : statistics.answer(new StatsQuery.Amounts(data, journey.id(), range, breakdown, valued));
  }

  private StatsQuery.Numbers numbers(
      TimeRange range, Breakdown breakdown, Collection<Metric> metrics) {
    return StatsQuery.Numbers.of(data, journey.id(), range, breakdown, metrics);
  }
}
