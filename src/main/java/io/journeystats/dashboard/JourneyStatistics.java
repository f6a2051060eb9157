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
import java.util.Optional;
import java.util.function.Function;

/**
 * The statistics of one journey in one period: what every dashboard is made of.
 *
 * @param data the tenant's events that count
 * @param journey its definition
 * @param period the requested period
 * @param statistics answers the queries
 * @param room the memory for the numbers of an answer
 */
public record JourneyStatistics(
    TenantData data, Journey journey, ResolvedPeriod period, Statistics statistics, Room room) {

  private static final int NUMBERS_OF_MOMENT = 3;
  private static final int NUMBERS_OF_EDGE = 4;

  /** The maximum number of attempts while earlier events arrive. */
  private static final int MOST_ATTEMPTS = 3;

  /** The memory for the numbers of answers, which is bounded. */
  public interface Room {
    /**
     * Reserves memory.
     *
     * @throws io.journeystats.http.TryAgainException where there is none
     */
    void take(long numbers);
  }

  /** The result of queries, whose answers are all of one moment. */
  @SuppressWarnings("unchecked") // any answer is an object
  <T> T answer(JointQuery<T> query) {
    List<StatsQuery<Object>> queries =
        query.queries().stream().map(one -> (StatsQuery<Object>) one).toList();
    return query.result().apply(queries.isEmpty() ? List.of() : statistics.answerAll(queries));
  }

  /** The numbers of the whole period. */
  JointQuery<Values> total(Collection<Metric> metrics) {
    return by(new Breakdown.None(), metrics).map(Answer::whole);
  }

  /** The numbers of the period, split. */
  JointQuery<Answer> by(Breakdown breakdown, Collection<Metric> metrics) {
    return JointQuery.of(numbers(period.range(), breakdown, metrics));
  }

  /** What the conversions of goals are worth in the period. */
  JointQuery<GoalAmounts> amounts(List<Goal> goals) {
    return amounts(goals, period.range(), new Breakdown.None());
  }

  /**
   * The numbers of the whole period, and others of each of its buckets, none left out.
   *
   * @param buckets the buckets; empty where there are none
   */
  JointQuery<Chart> chart(
      Collection<Metric> metrics, Optional<TimeBuckets> buckets, Collection<Metric> charted) {
    JointQuery<Values> total = total(metrics);
    if (buckets.isEmpty()) {
      return total.map(values -> new Chart(values, Interval.DAY, List.of()));
    }
    TimeBuckets some = buckets.get();
    return total.with(
        series(some, charted), (values, points) -> new Chart(values, some.interval(), points));
  }

  private JointQuery<List<Point>> series(TimeBuckets buckets, Collection<Metric> charted) {
    return JointQuery.of(numbers(range(buckets), new Breakdown.ByBucket(buckets), charted))
        .map(answer -> points(buckets, answer));
  }

  private TimeRange range(TimeBuckets buckets) {
    return period.range().intersect(buckets.range());
  }

  /**
   * A chart with what conversions of goals are worth.
   *
   * @param total in the whole period
   * @param byBucket in each of its buckets
   */
  record ValuedChart(Chart chart, GoalAmounts total, GoalAmounts byBucket) {}

  /** The same with what conversions of goals are worth, of the same moment. */
  ValuedChart valuedChart(
      Collection<Metric> metrics,
      Optional<Interval> interval,
      Collection<Metric> charted,
      List<Goal> goals) {
    return ofBuckets(
        interval,
        SeriesSize.ofChart(charted.size()),
        buckets ->
            chart(metrics, buckets, charted)
                .with(
                    amounts(goals),
                    (chart, total) -> new ValuedChart(chart, total, GoalAmounts.NONE))
                .with(
                    buckets
                        .map(some -> amounts(goals, range(some), new Breakdown.ByBucket(some)))
                        .orElse(JointQuery.known(GoalAmounts.NONE)),
                    (valued, byBucket) ->
                        new ValuedChart(valued.chart(), valued.total(), byBucket)));
  }

  /**
   * The numbers of each day of the period, none left out.
   *
   * @throws InvalidInputException where there are too many days
   */
  List<Point> days(Collection<Metric> metrics) {
    return ofBuckets(
        Optional.of(Interval.DAY),
        new SeriesSize(metrics.size(), "period", "must be shorter: a file of days"),
        days -> days.map(some -> series(some, metrics)).orElse(JointQuery.known(List.of())));
  }

  /**
   * The values of a duration in the period, and in each of its buckets.
   *
   * @throws InvalidInputException where there are too many buckets of that interval
   */
  DurationsView durations(DurationParameters.Named duration, SeriesInterval interval) {
    return ofBuckets(
        interval.resolve(),
        SeriesSize.ofChart(NUMBERS_OF_MOMENT),
        buckets ->
            JointQuery.of(
                    new StatsQuery.Durations(
                        data, journey.id(), period.range(), duration.span(), buckets))
                .map(summary ->
                    DurationsView.of(
                        period,
                        duration.measure(),
                        summary,
                        interval.chosen(buckets.map(TimeBuckets::interval).orElse(Interval.DAY)),
                        buckets)));
  }

  /**
   * Numbers of the period, split by step, and where its first conversions went, of one moment.
   *
   * @param attribution the rule; empty if that is not wanted
   */
  BySteps bySteps(Collection<Metric> metrics, Optional<Attribution> attribution) {
    JointQuery<Answer> numbers = by(new Breakdown.ByStep(), metrics);
    return answer(
        attribution
            .map(rule ->
                numbers.with(
                    JointQuery.of(
                        new StatsQuery.Attributions(data, journey.id(), period.range(), rule)),
                    (answer, attributed) -> new BySteps(answer, Optional.of(attributed))))
            .orElseGet(() -> numbers.map(answer -> new BySteps(answer, Optional.empty()))));
  }

  /**
   * Numbers by step.
   *
   * @param attribution where first conversions went
   */
  record BySteps(Answer numbers, Optional<AttributionAnswer> attribution) {}

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

  private static List<Point> points(TimeBuckets buckets, Answer series) {
    return buckets.starts().stream()
        .map(
            start -> new Point(start.atZone(buckets.zone()), series.of(new GroupKey.Bucket(start))))
        .toList();
  }

  /**
   * Answers about the buckets of the period, all of one moment. An unbounded period begins with the
   * journey's first event: if an earlier one arrives meanwhile, the buckets are others, and asked
   * about again. Memory is reserved once, for the longest series.
   *
   * @param interval how long a bucket is; empty for one that fits the period
   * @param size the numbers of a bucket
   * @param query what is asked about some buckets, if there are any
   */
  <T> T ofBuckets(
      Optional<Interval> interval,
      SeriesSize size,
      Function<Optional<TimeBuckets>, JointQuery<T>> query) {
    JointQuery<Optional<Instant>> first =
        JointQuery.of(new StatsQuery.FirstEvent(data, journey.id()));
    Optional<Instant> start = period.range().from().or(() -> answer(first));
    boolean mayStartEarlier = period.range().from().isEmpty() && statistics.isCached();
    long reserved = 0;
    for (int attempt = 1; ; attempt++) {
      Optional<TimeBuckets> buckets = buckets(start, interval);
      long needed = buckets.map(size::of).orElse(0L);
      if (needed > reserved) {
        room.take(needed - reserved);
        reserved = needed;
      }
      JointQuery<T> asked = query.apply(buckets);
      if (!mayStartEarlier) {
        return answer(asked);
      }
      Since<T> found = answer(asked.with(first, Since::new));
      if (found.first().equals(start) || attempt == MOST_ATTEMPTS) {
        return found.result();
      }
      start = found.first();
    }
  }

  /** A result, and the journey's first event at that moment. */
  private record Since<T>(T result, Optional<Instant> first) {}

  /** The buckets of the period; none before an instant. */
  private Optional<TimeBuckets> buckets(Optional<Instant> first, Optional<Interval> interval) {
    Instant last = period.range().to().map(end -> end.minusMillis(1)).orElse(period.now());
    return first
        .map(start ->
            interval
                .map(given -> TimeBuckets.touching(start, last, given, period.zone()))
                .orElseGet(() -> TimeBuckets.fitting(start, last, period.zone())))
        // None where all events are yet to come, or on a day that a zone's calendar leaves out.
        .filter(found -> found.first().isBefore(found.end()));
  }

  /**
   * The size of a series, which is bounded.
   *
   * @param numbers how many numbers a bucket has
   * @param parameter the parameter that is refused where the series is too long
   * @param refusal the beginning of the refusal
   */
  record SeriesSize(int numbers, String parameter, String refusal) {
    /** The size of a chart, whose interval the caller may choose. */
    static SeriesSize ofChart(int numbers) {
      return new SeriesSize(numbers, "interval", "must be longer: a series");
    }

    private long of(TimeBuckets buckets) {
      if (buckets.isTooMany(numbers)) {
        throw new InvalidInputException(
            parameter, refusal + " has at most " + TimeBuckets.LIMIT + " numbers");
      }
      return buckets.numbers(numbers);
    }
  }

  private JointQuery<GoalAmounts> amounts(List<Goal> goals, TimeRange range, Breakdown breakdown) {
    List<Goal> valued = goals.stream().filter(goal -> goal.value().isPresent()).toList();
    return valued.isEmpty()
        ? JointQuery.known(GoalAmounts.NONE)
        : JointQuery.of(new StatsQuery.Amounts(data, journey.id(), range, breakdown, valued));
  }

  private StatsQuery.Numbers numbers(
      TimeRange range, Breakdown breakdown, Collection<Metric> metrics) {
    return StatsQuery.Numbers.of(data, journey.id(), range, breakdown, metrics);
  }
}
