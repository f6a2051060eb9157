package io.journeystats.stats;

import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.rollup.QuarterHours;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Reads the numbers of one question about a journey; each source of numbers is asked once for all
 * that the question's parts want of it.
 */
final class JourneyNumbers {
  private final DSLContext database;
  private final StatsQuery.Dashboard query;
  private final TenantEvents events;
  private final List<AnswerBuilder> answers;

  JourneyNumbers(DSLContext database, StatsQuery.Dashboard query) {
    this.database = database;
    this.query = query;
    this.events = new TenantEvents(query.tenant());
    this.answers = query.parts().stream().map(AnswerBuilder::new).toList();
  }

  /** The answers, one a part. */
  Answers read() {
    List<Count> counts = all(Count.class);
    if (counts.isEmpty()) {
      addUsers();
    } else {
      SideBySide.run(() -> addCounts(counts), this::addUsers);
    }
    return new Answers(answers.stream().map(AnswerBuilder::build).toList());
  }

  /** What the rollup cannot tell is found out before, so that it is known when it is read. */
  private void addCounts(List<Count> counts) {
    TimeRange range =
        query.parts().stream()
            .map(StatsQuery.Numbers::range)
            .reduce(TimeRange::spanning)
            .orElseThrow();
    QuarterHours changed =
        QuarterHours.of(
            database
                .fetch(events.changedQuarterHours(query.journey(), range))
                .getValues(0, Long.class));
    database
        .fetch(new EventNumbers(query.parts()).counts(counts, changed))
        .forEach(row -> addRow(row, counts));
  }

  /** Everything that is users or messages told apart, one statement after the other. */
  private void addUsers() {
    List<Distinct> distincts = all(Distinct.class);
    if (!distincts.isEmpty()) {
      database
          .fetch(new EventNumbers(query.parts()).distincts(distincts))
          .forEach(row -> addRow(row, distincts));
    }
    for (int part = 0; part < answers.size(); part++) {
      addStates(query.parts().get(part), answers.get(part));
      addConversions(query.parts().get(part), answers.get(part));
    }
  }

  private void addRow(Record row, List<? extends Aggregate> aggregates) {
    answers.get(row.get(0, Integer.class)).addRow(row, 1, aggregates);
  }

  private void addStates(StatsQuery.Numbers part, AnswerBuilder answer) {
    List<InState> states = part.aggregates(InState.class);
    if (!states.isEmpty()) {
      Optional<String> settled =
          UsersByState.settled(
              database
                  .fetch(TenantEvents.userStateParts())
                  .intoMap(found -> found.value1(), found -> found.value2()));
      database
          .fetch(new UsersByState(events, query.journey()).counts(settled))
          .forEach(row -> addState(row, states, answer));
    }
  }

  private static void addState(Record row, List<InState> states, AnswerBuilder answer) {
    UserList.state(row.get(0, Integer.class))
        .map(InState::new)
        .filter(states::contains)
        .ifPresent(state -> answer.add(new GroupKey.Whole(), state, row.get(1, Long.class)));
  }

  private void addConversions(StatsQuery.Numbers part, AnswerBuilder answer) {
    Conversions conversions = new Conversions(part);
    List<Converted> converted = part.aggregates(Converted.class);
    if (!converted.isEmpty()) {
      database
          .fetch(conversions.converted(converted))
          .forEach(row -> answer.add(row, converted.get(row.get(1, Integer.class)), 2));
    }
    for (ConvertedAfter formula : part.aggregates(ConvertedAfter.class)) {
      database
          .fetch(conversions.convertedAfter(formula))
          .forEach(row -> answer.add(row, formula, 1));
    }
  }

  private <A extends Aggregate> List<A> all(Class<A> kind) {
    return query.parts().stream()
        .flatMap(part -> part.aggregates(kind).stream())
        .distinct()
        .toList();
  }
}
