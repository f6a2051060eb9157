package io.journeystats.sql;

import static org.jooq.impl.DSL.select;

import com.google.common.collect.Lists;
import io.journeystats.journey.JourneyId;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * Numbers of several journeys read from ClickHouse: each source is asked once for all of them,
 * however many there are.
 */
final class NumbersByJourneyQuery {
  /** So many queries are put together; a statement of more would be too long one day. */
  private static final int MOST_QUERIES = 5_000;

  private final DSLContext database;
  private final MaterializedGoals fillings;
  private final ArrivalTracker arrivals;
  private final TenantTables events;
  private final TimeRange range;

  /** What is asked, one query a journey. */
  private final List<StatsQuery.Numbers> queries;

  private final Map<JourneyId, AnswerBuilder> answers = new LinkedHashMap<>();

  private NumbersByJourneyQuery(
      DSLContext database,
      MaterializedGoals fillings,
      ArrivalTracker arrivals,
      List<StatsQuery.Numbers> queries) {
    this.database = database;
    this.fillings = fillings;
    this.arrivals = arrivals;
    this.events = new TenantTables(queries.getFirst().data());
    this.range = queries.getFirst().range();
    this.queries = queries;
    queries.forEach(query -> answers.put(query.journey(), new AnswerBuilder(query)));
  }

  /** Tells whether a query can be put together with others of the same tenant and time. */
  static boolean takes(StatsQuery.Numbers query) {
    return query.breakdown() instanceof Breakdown.None
        && query.aggregates(ConvertedAfter.class).isEmpty()
        && query.aggregates(ConvertedEvents.class).isEmpty();
  }

  /** The answers to queries of one tenant and time, each of another journey, in their order. */
  static List<Answer> answer(
      DSLContext database,
      MaterializedGoals fillings,
      ArrivalTracker arrivals,
      List<StatsQuery.Numbers> queries) {
    return Lists.partition(queries, MOST_QUERIES).stream()
        .flatMap(
            some -> new NumbersByJourneyQuery(database, fillings, arrivals, some).answer().stream())
        .toList();
  }

  private List<Answer> answer() {
    List<Count> counts = StatsQuery.Numbers.all(Count.class, queries);
    if (counts.isEmpty()) {
      addUsers();
    } else {
      Parallel.run(() -> addCounts(counts), this::addUsers);
    }
    return answers.values().stream().map(AnswerBuilder::build).toList();
  }

  private void addCounts(List<Count> counts) {
    Select<?> counted =
        CountSource.ofAll(
            StaleQuarterHours.find(database, arrivals, events, answers.keySet(), range).counted(),
            EventNumbersQuery.union(counts.stream().map(Count::events)));
    database
        .fetch(byJourney(counts.stream().map(EventNumbersQuery::number).toList(), counted))
        .forEach(row -> answer(row, 0).addRow(row, 0, counts));
  }

  /** Everything that is users or messages told apart, one statement after the other. */
  private void addUsers() {
    List<Distinct> distincts = addDistinctUsers(StatsQuery.Numbers.all(Distinct.class, queries));
    if (!distincts.isEmpty()) {
      Select<?> among =
          events.withDuplicates(
              answers.keySet(),
              EventNumbersQuery.union(distincts.stream().map(Distinct::events)),
              range);
      database
          .fetch(byJourney(distincts.stream().map(EventNumbersQuery::number).toList(), among))
          .forEach(row -> answer(row, 0).addRow(row, 0, distincts));
    }
    if (!StatsQuery.Numbers.all(InState.class, queries).isEmpty()) {
      addStates();
    }
    new ConvertedUsersQuery(queries)
        .read(database, fillings, journey -> Objects.requireNonNull(answers.get(journey)));
  }

  /**
   * Adds the numbers that need no events to be read.
   *
   * @return the others
   */
  private List<Distinct> addDistinctUsers(List<Distinct> distincts) {
    DistinctUsersQuery users =
        new DistinctUsersQuery(events, answers.keySet(), range, new Breakdown.None(), distincts);
    return users
        .read(database)
        .map(rows -> {
          rows.forEach(row -> answer(row, 0).addRow(row, 1, users.distincts()));
          return distincts.stream().filter(one -> !users.distincts().contains(one)).toList();
        })
        .orElse(distincts);
  }

  private void addStates() {
    new UserStatesQuery(events, answers.keySet(), false)
        .fetch(database)
        .forEach(row ->
            (answers.size() == 1 ? answers.values().iterator().next() : answer(row, 2))
                .addState(row));
  }

  /** The answer of the journey that a column names. */
  private AnswerBuilder answer(Record row, int column) {
    return Objects.requireNonNull(answers.get(new JourneyId(row.get(column, UUID.class))));
  }

  private static Select<Record> byJourney(List<Field<Long>> numbers, Select<?> events) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(EventColumns.JOURNEY_ID);
    columns.addAll(numbers);
    return select(columns).from(events.asTable("events")).groupBy(EventColumns.JOURNEY_ID);
  }
}
