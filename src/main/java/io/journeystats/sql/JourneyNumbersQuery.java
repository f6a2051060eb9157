package io.journeystats.sql;

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
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/**
 * Reads numbers of one journey that are asked for together; each source of numbers is asked once
 * for all that they want of it.
 */
final class JourneyNumbersQuery {
  private final DSLContext database;
  private final MaterializedGoals fillings;
  private final ArrivalTracker arrivals;
  private final List<StatsQuery.Numbers> queries;
  private final JourneyId journey;
  private final TenantTables events;
  private final List<AnswerBuilder> answers;

  /**
   * A reader.
   *
   * @param queries what is asked, all of one journey
   */
  JourneyNumbersQuery(
      DSLContext database,
      MaterializedGoals fillings,
      ArrivalTracker arrivals,
      List<StatsQuery.Numbers> queries) {
    this.database = database;
    this.fillings = fillings;
    this.arrivals = arrivals;
    this.queries = queries;
    this.journey = queries.getFirst().journey();
    this.events = new TenantTables(queries.getFirst().data());
    this.answers = queries.stream().map(AnswerBuilder::new).toList();
  }

  /** The answers in the order of the queries. */
  List<Answer> read() {
    List<Count> counts = StatsQuery.Numbers.all(Count.class, queries);
    if (counts.isEmpty()) {
      addUsers();
    } else {
      Parallel.run(() -> addCounts(counts), this::addUsers);
    }
    return answers.stream().map(AnswerBuilder::build).toList();
  }

  /** What the rollup cannot tell is found out before, so that it is known when it is read. */
  private void addCounts(List<Count> counts) {
    TimeRange range =
        queries.stream().map(StatsQuery.Numbers::range).reduce(TimeRange::spanning).orElseThrow();
    QuarterHours changed =
        StaleQuarterHours.find(database, arrivals, events, Set.of(journey), range).of(journey);
    List<SharedScan> scans = SharedScan.of(Count.class, queries, answers);
    database
        .fetch(new EventNumbersQuery(scans).counts(counts, changed))
        .forEach(row -> scans.get(row.get(0, Integer.class)).addCounts(row, counts));
  }

  /** Everything that is users or messages told apart, one statement after the other. */
  private void addUsers() {
    List<StatsQuery.Numbers> others =
        IntStream.range(0, queries.size())
            .mapToObj(position -> addDistinctUsers(queries.get(position), answers.get(position)))
            .toList();
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
   * Adds the numbers that need no events to be read.
   *
   * @return the query for the others
   */
  private StatsQuery.Numbers addDistinctUsers(StatsQuery.Numbers query, AnswerBuilder answer) {
    DistinctUsersQuery users = DistinctUsersQuery.of(query);
    return users
        .read(database)
        .map(rows -> {
          rows.forEach(row -> answer.addRow(row, 1, users.distincts()));
          return query.without(users.distincts());
        })
        .orElse(query);
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
      new ConvertedUsersQuery(List.of(query)).read(database, fillings, _ -> answer);
    }
    List<ConvertedEvents> events = query.aggregates(ConvertedEvents.class);
    if (!events.isEmpty()) {
      ConversionEventsQuery.of(database, query).addNumbers(events, fillings, answer);
    }
    for (ConvertedAfter formula : query.aggregates(ConvertedAfter.class)) {
      database
          .fetch(ConversionsAfterQuery.users(query, formula, fillings))
          .forEach(row -> answer.add(row, formula, 1));
    }
  }
}
