package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * Statistics read from ClickHouse; each source of numbers is asked once for all that a query wants
 * of it.
 */
public final class ClickHouseStatistics implements Statistics {
  private final DSLContext database;

  /** Reads from the database. */
  public ClickHouseStatistics(DSLContext database) {
    this.database = database;
  }

  @Override
  @SuppressWarnings("unchecked") // each query type names the type of its answer
  public <R> R answer(StatsQuery<R> query) {
    return (R)
        switch (query) {
          case StatsQuery.Numbers numbers -> numbers(numbers);
          case StatsQuery.FirstEvent firstEvent -> firstEvent(firstEvent);
          case StatsQuery.Channels channels -> channels(channels);
          case StatsQuery.MessageSteps steps -> messageSteps(steps);
          case StatsQuery.Users users -> users(users);
        };
  }

  private Answer numbers(StatsQuery.Numbers query) {
    AnswerBuilder answer = new AnswerBuilder(query);
    List<Count> counts = of(Count.class, query);
    if (!counts.isEmpty()) {
      database.fetch(EventNumbers.counts(query, counts)).forEach(row -> answer.addRow(row, counts));
    }
    List<Distinct> distincts = of(Distinct.class, query);
    if (!distincts.isEmpty()) {
      database
          .fetch(EventNumbers.distincts(query, distincts))
          .forEach(row -> answer.addRow(row, distincts));
    }
    List<InState> states = of(InState.class, query);
    if (!states.isEmpty()) {
      database.fetch(UserList.inEachState(query)).forEach(row -> addState(row, states, answer));
    }
    List<Converted> conversions = of(Converted.class, query);
    if (!conversions.isEmpty()) {
      database
          .fetch(new Conversions(query).converted(conversions))
          .forEach(row -> answer.add(row, conversions.get(row.get(1, Integer.class)), 2));
    }
    for (ConvertedAfter formula : of(ConvertedAfter.class, query)) {
      database
          .fetch(new Conversions(query).convertedAfter(formula))
          .forEach(row -> answer.add(row, formula, 1));
    }
    return answer.build();
  }

  private static void addState(Record row, List<InState> states, AnswerBuilder answer) {
    UserList.state(row.get(0, Integer.class))
        .map(InState::new)
        .filter(states::contains)
        .ifPresent(state -> answer.add(new GroupKey.Whole(), state, row.get(1, Long.class)));
  }

  private Optional<Instant> firstEvent(StatsQuery.FirstEvent query) {
    var events = new TenantEvents(query.tenant()).ofAnyType(query.journey(), TimeRange.UNBOUNDED);
    Record row =
        database.fetchSingle(
            select(count(), min(epochMillis(Columns.TIME))).from(events.asTable("events")));
    return row.get(0, Long.class) == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(row.get(1, Long.class)));
  }

  private Set<Channel> channels(StatsQuery.Channels query) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    database
        .fetch(
            selectDistinct(Columns.CHANNEL)
                .from(new TenantEvents(query.tenant()).ofAnyType(query.journey(), query.range()))
                .where(Columns.CHANNEL.ne(inline(""))))
        .forEach(row -> Channel.find(row.get(Columns.CHANNEL)).ifPresent(channels::add));
    return channels;
  }

  private Set<String> messageSteps(StatsQuery.MessageSteps query) {
    EventSelection messages =
        new EventSelection(
            EnumSet.copyOf(
                Arrays.stream(EventType.values())
                    .filter(type -> type.subject() == EventType.Subject.MESSAGE)
                    .toList()),
            Optional.of(query.channel()),
            Optional.empty());
    return Set.copyOf(
        database
            .fetch(
                selectDistinct(Columns.STEP_ID)
                    .from(
                        new TenantEvents(query.tenant())
                            .withDuplicates(query.journey(), messages, query.range())))
            .getValues(Columns.STEP_ID));
  }

  private UserPage users(StatsQuery.Users query) {
    Result<Record> rows = database.fetch(UserList.page(query));
    List<JourneyUser> users = rows.stream().limit(query.limit()).map(UserList::user).toList();
    return new UserPage(users, rows.size() > query.limit());
  }

  private static <A extends Aggregate> List<A> of(Class<A> kind, StatsQuery.Numbers query) {
    List<A> found = new ArrayList<>();
    query
        .aggregates()
        .forEach(aggregate -> {
          if (kind.isInstance(aggregate)) {
            found.add(kind.cast(aggregate));
          }
        });
    return found;
  }
}
