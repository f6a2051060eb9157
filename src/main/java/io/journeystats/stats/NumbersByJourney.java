package io.journeystats.stats;

import static org.jooq.impl.DSL.select;

import com.google.common.collect.Lists;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * Numbers of several journeys read from ClickHouse: each source is asked once for all of them,
 * however many there are.
 */
final class NumbersByJourney {
  /** So many queries are put together. */
  private static final int MOST_QUERIES = 1_000;

  private final DSLContext database;
  private final TenantEvents events;
  private final TimeRange range;

  /** What is asked of the journeys. */
  private final List<StatsQuery.Numbers> queries;

  private final Set<JourneyId> journeys;
  private final AnswersByJourney answers;

  private NumbersByJourney(DSLContext database, List<StatsQuery.Numbers> queries) {
    this.database = database;
    this.events = new TenantEvents(queries.getFirst().tenant());
    this.range = queries.getFirst().range();
    this.queries = queries;
    this.journeys =
        queries.stream().map(StatsQuery.Numbers::journey).collect(Collectors.toUnmodifiableSet());
    this.answers = new AnswersByJourney(queries);
  }

  /** Tells whether a query can be put together with others of the same tenant and time. */
  static boolean takes(StatsQuery.Numbers query) {
    return query.breakdown() instanceof Breakdown.None
        && query.aggregates().stream().noneMatch(ConvertedAfter.class::isInstance);
  }

  /** The answers to queries of one tenant and time, in their order. */
  static List<Answer> answer(DSLContext database, List<StatsQuery.Numbers> queries) {
    return Lists.partition(queries, MOST_QUERIES).stream()
        .flatMap(some -> new NumbersByJourney(database, some).answer().stream())
        .toList();
  }

  private List<Answer> answer() {
    List<Count> counts = all(Count.class);
    if (counts.isEmpty()) {
      addUsers();
    } else {
      SideBySide.run(() -> addCounts(counts), this::addUsers);
    }
    return answers.build();
  }

  private void addCounts(List<Count> counts) {
    Select<?> counted =
        CountedEvents.ofAll(
            ChangedJourneys.find(database, events, journeys, range).counted(),
            EventNumbers.union(counts.stream().map(Count::events)));
    database
        .fetch(byJourney(counts.stream().map(EventNumbers::number).toList(), counted))
        .forEach(row -> answers.addRow(row, counts));
  }

  /** Everything that is users or messages told apart, one statement after the other. */
  private void addUsers() {
    List<Distinct> distincts = all(Distinct.class);
    if (!distincts.isEmpty()) {
      Select<?> among =
          events.withDuplicates(
              journeys, EventNumbers.union(distincts.stream().map(Distinct::events)), range);
      database
          .fetch(byJourney(distincts.stream().map(EventNumbers::number).toList(), among))
          .forEach(row -> answers.addRow(row, distincts));
    }
    if (!all(InState.class).isEmpty()) {
      addStates();
    }
    addConversions();
  }

  private void addStates() {
    var settled =
        UsersByState.settled(
            database
                .fetch(TenantEvents.userStateParts())
                .intoMap(part -> part.value1(), part -> part.value2()));
    database
        .fetch(new UsersByState(events, journeys).counts(settled))
        .forEach(row -> {
          JourneyId journey =
              journeys.size() == 1
                  ? journeys.iterator().next()
                  : new JourneyId(row.get(2, UUID.class));
          UserList.state(row.get(0, Integer.class))
              .ifPresent(state -> answers.add(journey, new InState(state), row.get(1, Long.class)));
        });
  }

  private void addConversions() {
    Map<JourneyId, List<Converted>> numbers = new LinkedHashMap<>();
    for (StatsQuery.Numbers query : queries) {
      List<Converted> known = numbers.computeIfAbsent(query.journey(), _ -> new ArrayList<>());
      all(Converted.class, List.of(query)).stream()
          .filter(number -> !known.contains(number))
          .forEach(known::add);
    }
    List<WantedGoal> wanted = new ArrayList<>();
    numbers.forEach((journey, some) -> {
      for (int position = 0; position < some.size(); position++) {
        int at = position;
        some.get(at).goals().forEach(goal -> wanted.add(new WantedGoal(journey, at, goal)));
      }
    });
    ConversionsByJourney conversions = new ConversionsByJourney(new GoalEvents(events, range));
    for (List<WantedGoal> statement : WantedGoal.statements(wanted)) {
      database
          .fetch(conversions.converted(statement))
          .forEach(row -> {
            JourneyId journey = new JourneyId(row.value1());
            Converted number =
                numbers.getOrDefault(journey, List.of()).get(row.get(1, Integer.class));
            answers.add(journey, number, row.get(2, Long.class));
          });
    }
  }

  private static Select<Record> byJourney(List<Field<Long>> numbers, Select<?> events) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(Columns.JOURNEY_ID);
    columns.addAll(numbers);
    return select(columns).from(events.asTable("events")).groupBy(Columns.JOURNEY_ID);
  }

  private <A extends Aggregate> List<A> all(Class<A> kind) {
    return all(kind, queries);
  }

  /** The aggregates of a kind that any of the queries asks for. */
  private static <A extends Aggregate> List<A> all(
      Class<A> kind, List<StatsQuery.Numbers> queries) {
    Set<A> found = new LinkedHashSet<>();
    queries.forEach(query ->
        query.aggregates().stream().filter(kind::isInstance).map(kind::cast).forEach(found::add));
    return List.copyOf(found);
  }
}
