package io.journeystats.sql;

import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.select;

import com.google.common.collect.Lists;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.ConvertedEvents;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.ArrivalTracker;
import io.journeystats.rollup.QuarterHours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * Reads numbers that are asked for together. Queries of one journey share a reading of its events
 * with any ranges and breakdowns; queries of one range, each of another journey, share a statement
 * per source. Both are measured: a statement that did both would read more than it needs.
 *
 * @param database the database to ask
 * @param goals the goals whose conversions are materialized
 * @param arrivals the journeys whose events the rollup holds completely
 */
record NumbersQuery(DSLContext database, MaterializedGoals goals, ArrivalTracker arrivals) {
  /** The maximum number of journeys per statement; a statement of more would be too long. */
  private static final int MOST_JOURNEYS = 5_000;

  /** Returns the answer to each query. */
  Map<StatsQuery.Numbers, Answer> read(Collection<StatsQuery.Numbers> queries) {
    Map<StatsQuery.Numbers, Answer> answers = new HashMap<>();
    List<StatsQuery.Numbers> single =
        readTogether(
            queries,
            query -> List.of(query.data(), query.journey()),
            some -> new OfOneJourney(some).read(),
            answers);
    List<StatsQuery.Numbers> rest =
        readTogether(
            single.stream().filter(ByJourney::takes).toList(),
            query -> List.of(query.data(), query.range()),
            some ->
                Lists.partition(some, MOST_JOURNEYS).stream()
                    .flatMap(part -> new ByJourney(part).read().stream())
                    .toList(),
            answers);
    Stream.concat(rest.stream(), single.stream().filter(query -> !ByJourney.takes(query)))
        .forEach(query -> answers.put(query, new OfOneJourney(List.of(query)).read().getFirst()));
    return answers;
  }

  /**
   * Answers the queries that have something in common.
   *
   * @return the queries that have it with no other
   */
  private static List<StatsQuery.Numbers> readTogether(
      Collection<StatsQuery.Numbers> queries,
      Function<StatsQuery.Numbers, Object> inCommon,
      Function<List<StatsQuery.Numbers>, List<Answer>> read,
      Map<StatsQuery.Numbers, Answer> answers) {
    List<StatsQuery.Numbers> single = new ArrayList<>();
    for (List<StatsQuery.Numbers> some :
        queries.stream().distinct().collect(groupingBy(inCommon)).values()) {
      if (some.size() == 1) {
        single.addAll(some);
      } else {
        List<Answer> found = read.apply(some);
        for (int i = 0; i < some.size(); i++) {
          answers.put(some.get(i), found.get(i));
        }
      }
    }
    return single;
  }

  /** One reading of the sources; counts come from the rollup while the others are read. */
  private abstract static class Reading {
    final List<StatsQuery.Numbers> queries;
    final TenantTables events;

    /** The answers in the order of the queries. */
    final List<AnswerBuilder> answers;

    Reading(List<StatsQuery.Numbers> queries) {
      this.queries = queries;
      this.events = new TenantTables(queries.getFirst().data());
      this.answers = queries.stream().map(AnswerBuilder::new).toList();
    }

    final List<Answer> read() {
      List<Count> counts = StatsQuery.Numbers.all(Count.class, queries);
      if (counts.isEmpty()) {
        addUsers();
      } else {
        Parallel.run(() -> addCounts(counts), this::addUsers);
      }
      return answers.stream().map(AnswerBuilder::build).toList();
    }

    abstract void addCounts(List<Count> counts);

    /** Adds everything that is distinct users or messages, one statement after the other. */
    abstract void addUsers();
  }

  /** Queries of one journey. */
  private final class OfOneJourney extends Reading {
    private final JourneyId journey;

    OfOneJourney(List<StatsQuery.Numbers> queries) {
      super(queries);
      this.journey = queries.getFirst().journey();
    }

    /** Finds the stale quarter hours first, because the statement names them. */
    @Override
    void addCounts(List<Count> counts) {
      TimeRange range =
          queries.stream().map(StatsQuery.Numbers::range).reduce(TimeRange::spanning).orElseThrow();
      QuarterHours changed =
          StaleQuarterHours.find(database, arrivals, events, Set.of(journey), range).of(journey);
      List<SharedScan> scans = SharedScan.of(Count.class, queries, answers);
      database
          .fetch(new EventNumbersQuery(scans).counts(counts, changed))
          .forEach(row -> scans.get(row.get(0, Integer.class)).addCounts(row, counts));
    }

    @Override
    void addUsers() {
      List<StatsQuery.Numbers> others = addDistinctUsers();
      List<Distinct> distincts = StatsQuery.Numbers.all(Distinct.class, others);
      if (!distincts.isEmpty()) {
        List<SharedScan> scans = SharedScan.of(Distinct.class, others, answers);
        database
            .fetch(new EventNumbersQuery(scans).distincts(distincts))
            .forEach(row -> scans.get(row.get(0, Integer.class)).addDistincts(row, distincts));
      }
      for (int position = 0; position < answers.size(); position++) {
        addStates(queries.get(position), answers.get(position));
        addConversions(queries.get(position), answers.get(position));
      }
    }

    /**
     * Adds the numbers that need no events to be read. Those of the same whole time are read
     * together.
     *
     * @return the queries for the others
     */
    private List<StatsQuery.Numbers> addDistinctUsers() {
      List<StatsQuery.Numbers> others = new ArrayList<>(queries);
      IntStream.range(0, queries.size())
          .boxed()
          .collect(groupingBy(position -> readWith(queries.get(position))))
          .values()
          .forEach(positions -> {
            DistinctUsersQuery users =
                DistinctUsersQuery.of(positions.stream().map(queries::get).toList());
            users
                .read(database)
                .ifPresent(rows -> {
                  for (int position : positions) {
                    rows.forEach(row -> answers.get(position).addRow(row, 1, users.distincts()));
                    others.set(position, queries.get(position).without(users.distincts()));
                  }
                });
          });
      return others;
    }

    private static Object readWith(StatsQuery.Numbers query) {
      return query.breakdown() instanceof Breakdown.None ? query.range() : query;
    }

    private void addStates(StatsQuery.Numbers query, AnswerBuilder answer) {
      if (!query.aggregates(InState.class).isEmpty()) {
        boolean byStep = query.breakdown() instanceof Breakdown.ByStep;
        new UserStatesQuery(events, Set.of(journey), byStep)
            .fetch(database)
            .forEach(row -> answer.addState(row));
      }
    }

    private void addConversions(StatsQuery.Numbers query, AnswerBuilder answer) {
      if (!query.aggregates(Converted.class).isEmpty()) {
        new ConvertedUsersQuery(List.of(query)).read(database, goals, _ -> answer);
      }
      List<ConvertedEvents> events = query.aggregates(ConvertedEvents.class);
      if (!events.isEmpty()) {
        ConversionEventsQuery.of(database, query).addNumbers(events, goals, answer);
      }
      for (ConvertedAfter formula : query.aggregates(ConvertedAfter.class)) {
        database
            .fetch(ConversionsAfterQuery.users(query, formula, goals))
            .forEach(row -> answer.add(row, formula, 1));
      }
    }
  }

  /** Queries of one range, each of another journey. */
  private final class ByJourney extends Reading {
    private final TimeRange range;
    private final Map<JourneyId, AnswerBuilder> byJourney = new LinkedHashMap<>();

    ByJourney(List<StatsQuery.Numbers> queries) {
      super(queries);
      this.range = queries.getFirst().range();
      for (int i = 0; i < queries.size(); i++) {
        byJourney.put(queries.get(i).journey(), answers.get(i));
      }
    }

    /** Whether a query can share statements with queries of other journeys. */
    static boolean takes(StatsQuery.Numbers query) {
      return query.breakdown() instanceof Breakdown.None
          && query.aggregates(ConvertedAfter.class).isEmpty()
          && query.aggregates(ConvertedEvents.class).isEmpty();
    }

    @Override
    void addCounts(List<Count> counts) {
      Select<?> counted =
          CountSource.ofAll(
              StaleQuarterHours.find(database, arrivals, events, byJourney.keySet(), range)
                  .counted(),
              EventNumbersQuery.union(counts.stream().map(Count::events)));
      database
          .fetch(grouped(counts.stream().map(EventNumbersQuery::number).toList(), counted))
          .forEach(row -> answer(row, 0).addRow(row, 0, counts));
    }

    @Override
    void addUsers() {
      List<Distinct> distincts = addDistinctUsers(StatsQuery.Numbers.all(Distinct.class, queries));
      if (!distincts.isEmpty()) {
        Select<?> among =
            events.withDuplicates(
                byJourney.keySet(),
                EventNumbersQuery.union(distincts.stream().map(Distinct::events)),
                range);
        database
            .fetch(grouped(distincts.stream().map(EventNumbersQuery::number).toList(), among))
            .forEach(row -> answer(row, 0).addRow(row, 0, distincts));
      }
      if (!StatsQuery.Numbers.all(InState.class, queries).isEmpty()) {
        addStates();
      }
      new ConvertedUsersQuery(queries)
          .read(database, goals, journey -> Objects.requireNonNull(byJourney.get(journey)));
    }

    /**
     * Adds the numbers that need no events to be read.
     *
     * @return the others
     */
    private List<Distinct> addDistinctUsers(List<Distinct> distincts) {
      DistinctUsersQuery users =
          new DistinctUsersQuery(
              events, byJourney.keySet(), range, new Breakdown.None(), distincts);
      return users
          .read(database)
          .map(rows -> {
            rows.forEach(row -> answer(row, 0).addRow(row, 1, users.distincts()));
            return distincts.stream().filter(one -> !users.distincts().contains(one)).toList();
          })
          .orElse(distincts);
    }

    private void addStates() {
      new UserStatesQuery(events, byJourney.keySet(), false)
          .fetch(database)
          .forEach(row ->
              (byJourney.size() == 1 ? byJourney.values().iterator().next() : answer(row, 2))
                  .addState(row));
    }

    /** The answer of the journey that a column names. */
    private AnswerBuilder answer(Record row, int column) {
      return Objects.requireNonNull(byJourney.get(new JourneyId(row.get(column, UUID.class))));
    }

    private static Select<Record> grouped(List<Field<Long>> numbers, Select<?> events) {
      List<SelectFieldOrAsterisk> columns = new ArrayList<>();
      columns.add(EventColumns.JOURNEY_ID);
      columns.addAll(numbers);
      return select(columns).from(events.asTable("events")).groupBy(EventColumns.JOURNEY_ID);
    }
  }
}
