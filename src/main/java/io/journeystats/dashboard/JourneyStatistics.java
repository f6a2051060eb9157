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
import io.journeystats.query.DurationSummary;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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

  /** The numbers of the whole period. */
  Values total(Collection<Metric> metrics) {
    return by(new Breakdown.None(), metrics).whole();
  }

  /** The numbers of the period, split. */
  Answer by(Breakdown breakdown, Collection<Metric> metrics) {
    return statistics.answer(numbers(period.range(), breakdown, metrics));
  }

  /** The numbers of the period, split, and others of the whole period. */
  WithTotal<Answer> byWithTotal(
      Breakdown breakdown, Collection<Metric> metrics, Collection<Metric> total) {
    return withTotal(numbers(period.range(), breakdown, metrics), total);
  }

  /**
   * The numbers of the whole period, and others of each of its buckets, none left out.
   *
   * @param interval how long a bucket is; empty for one that fits the period
   * @throws InvalidInputException where there are too many buckets of that interval
   */
  Chart chart(Collection<Metric> metrics, Optional<Interval> interval, Collection<Metric> charted) {
    return valuedChart(metrics, interval, charted, List.of()).chart();
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
        new SeriesSize(charted.size(), "interval", "must be longer: a series"),
        buckets -> {
          List<StatsQuery<?>> queries = new ArrayList<>();
          queries.add(numbers(period.range(), new Breakdown.None(), metrics));
          amounts(goals, period.range(), new Breakdown.None()).ifPresent(queries::add);
          buckets.ifPresent(some -> queries.addAll(ofBuckets(some, charted, goals)));
          return queries;
        },
        (buckets, answers) -> valuedChart(buckets, answers, goals));
  }

  private List<StatsQuery<?>> ofBuckets(
      TimeBuckets buckets, Collection<Metric> charted, List<Goal> goals) {
    TimeRange range = period.range().intersect(buckets.range());
    Breakdown breakdown = new Breakdown.ByBucket(buckets);
    List<StatsQuery<?>> queries = new ArrayList<>();
    queries.add(numbers(range, breakdown, charted));
    amounts(goals, range, breakdown).ifPresent(queries::add);
    return queries;
  }

  private static ValuedChart valuedChart(
      Optional<TimeBuckets> buckets, List<Object> answers, List<Goal> goals) {
    Iterator<Object> next = answers.iterator();
    boolean isValued = goals.stream().anyMatch(goal -> goal.value().isPresent());
    Values total = ((Answer) next.next()).whole();
    GoalAmounts inAll = isValued ? (GoalAmounts) next.next() : GoalAmounts.NONE;
    if (buckets.isEmpty()) {
      return new ValuedChart(new Chart(total, Interval.DAY, List.of()), inAll, GoalAmounts.NONE);
    }
    Answer series = (Answer) next.next();
    return new ValuedChart(
        new Chart(total, buckets.get().interval(), points(buckets.get(), series)),
        inAll,
        isValued ? (GoalAmounts) next.next() : GoalAmounts.NONE);
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
        days -> days.map(some -> ofBuckets(some, metrics, List.of())).orElseGet(List::of),
        (days, answers) ->
            days.map(some -> points(some, (Answer) answers.getFirst())).orElseGet(List::of));
  }

  /**
   * The values of a duration in the period, and in each of its buckets.
   *
   * @throws InvalidInputException where there are too many buckets of that interval
   */
  DurationsView durations(DurationParameters.Named duration, SeriesInterval interval) {
    return ofBuckets(
        interval.resolve(),
        new SeriesSize(NUMBERS_OF_MOMENT, "interval", "must be longer: a series"),
        buckets ->
            List.of(
                new StatsQuery.Durations(
                    data, journey.id(), period.range(), duration.span(), buckets)),
        (buckets, answers) ->
            DurationsView.of(
                period,
                duration.measure(),
                (DurationSummary) answers.getFirst(),
                interval.chosen(buckets.map(TimeBuckets::interval).orElse(Interval.DAY)),
                buckets));
  }

  /**
   * Numbers of the period, split by step, and where its first conversions went, of one moment.
   *
   * @param attribution the rule; empty if that is not wanted
   */
  BySteps bySteps(Collection<Metric> metrics, Optional<Attribution> attribution) {
    List<StatsQuery<?>> queries = new ArrayList<>();
    queries.add(numbers(period.range(), new Breakdown.ByStep(), metrics));
    attribution.ifPresent(
        rule -> queries.add(new StatsQuery.Attributions(data, journey.id(), period.range(), rule)));
    List<Object> answers = answers(queries);
    return new BySteps(
        (Answer) answers.getFirst(), attribution.map(_ -> (AttributionAnswer) answers.getLast()));
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
   * @param size the numbers of a bucket
   * @param queries the queries about some buckets, if there are any
   * @param view makes the result of their answers
   */
  @SuppressWarnings("unchecked") // the answer to the query for the first event
  private <T> T ofBuckets(
      Optional<Interval> interval,
      SeriesSize size,
      Function<Optional<TimeBuckets>, List<StatsQuery<?>>> queries,
      BiFunction<Optional<TimeBuckets>, List<Object>, T> view) {
    StatsQuery<Optional<Instant>> first = new StatsQuery.FirstEvent(data, journey.id());
    Optional<Instant> start = period.range().from().or(() -> statistics.answer(first));
    boolean mayStartEarlier = period.range().from().isEmpty() && statistics.isCached();
    long reserved = 0;
    for (int attempt = 1; ; attempt++) {
      Optional<TimeBuckets> buckets = buckets(start, interval);
      long needed = buckets.map(size::of).orElse(0L);
      if (needed > reserved) {
        room.take(needed - reserved);
        reserved = needed;
      }
      List<StatsQuery<?>> asked = new ArrayList<>(queries.apply(buckets));
      if (!mayStartEarlier) {
        return view.apply(buckets, answers(asked));
      }
      asked.add(first);
      List<Object> answers = new ArrayList<>(answers(asked));
      Optional<Instant> present = (Optional<Instant>) answers.removeLast();
      if (present.equals(start) || attempt == MOST_ATTEMPTS) {
        return view.apply(buckets, answers);
      }
      start = present;
    }
  }

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

  /** Answers of one moment, in the order of the queries. */
  @SuppressWarnings("unchecked") // any answer is an object
  private List<Object> answers(List<? extends StatsQuery<?>> queries) {
    return queries.isEmpty()
        ? List.of()
        : statistics.answerAll(queries.stream().map(query -> (StatsQuery<Object>) query).toList());
  }

  /**
   * The size of a series, which is bounded.
   *
   * @param numbers how many numbers a bucket has
   * @param parameter the parameter that is refused where the series is too long
   * @param refusal the beginning of the refusal
   */
  private record SeriesSize(int numbers, String parameter, String refusal) {
    long of(TimeBuckets buckets) {
      if (buckets.isTooMany(numbers)) {
        throw new InvalidInputException(
            parameter, refusal + " has at most " + TimeBuckets.LIMIT + " numbers");
      }
      return buckets.numbers(numbers);
    }
  }

  /**
   * An answer with numbers of the whole period, of the same moment.
   *
   * @param <A> the type of the answer
   */
  record WithTotal<A>(A answer, Values total) {}

  /** The answer to a query, and numbers of the whole period. */
  @SuppressWarnings("unchecked") // the answer to that query
  <A> WithTotal<A> withTotal(StatsQuery<A> query, Collection<Metric> metrics) {
    List<Object> answers =
        answers(List.of(numbers(period.range(), new Breakdown.None(), metrics), query));
    return new WithTotal<>((A) answers.getLast(), ((Answer) answers.getFirst()).whole());
  }

  /** What the conversions of goals are worth, and numbers of the whole period. */
  WithTotal<GoalAmounts> amountsWithTotal(List<Goal> goals, Collection<Metric> metrics) {
    return amounts(goals, period.range(), new Breakdown.None())
        .map(amounts -> withTotal(amounts, metrics))
        .orElseGet(() -> new WithTotal<>(GoalAmounts.NONE, total(metrics)));
  }

  private Optional<StatsQuery<GoalAmounts>> amounts(
      List<Goal> goals, TimeRange range, Breakdown breakdown) {
    List<Goal> valued = goals.stream().filter(goal -> goal.value().isPresent()).toList();
    return valued.isEmpty()
        ? Optional.empty()
        : Optional.of(new StatsQuery.Amounts(data, journey.id(), range, breakdown, valued));
  }

  private StatsQuery.Numbers numbers(
      TimeRange range, Breakdown breakdown, Collection<Metric> metrics) {
    return StatsQuery.Numbers.of(data, journey.id(), range, breakdown, metrics);
  }
}
