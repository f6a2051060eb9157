package io.journeystats.stats;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.rollup.QuarterHours;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;

/**
 * Statistics read from ClickHouse; each source of numbers is asked once for all that a query wants
 * of it.
 */
public final class ClickHouseStatistics implements Statistics {
  private static final EventSelection OF_JOURNEYS =
      EventSelection.about(
          EventType.Subject.JOURNEY, EventType.Subject.STEP, EventType.Subject.MESSAGE);

  /** So many users are looked at in one statement. */
  private static final int MAXIMUM_REACH = 200_000;

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

  @Override
  @SuppressWarnings("unchecked") // each query type names the type of its answer
  public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
    Map<StatsQuery<?>, Object> answers = new HashMap<>();
    alike(queries)
        .forEach(some -> {
          if (some.size() > 1) {
            List<Answer> found = NumbersByJourney.answer(database, some);
            for (int i = 0; i < some.size(); i++) {
              answers.put(some.get(i), found.get(i));
            }
          }
        });
    return queries.stream()
        .map(query -> (R) answers.computeIfAbsent(query, (StatsQuery<?> one) -> answer(query)))
        .toList();
  }

  /** The numbers that can be asked for together, each once. */
  private static Collection<List<StatsQuery.Numbers>> alike(List<? extends StatsQuery<?>> queries) {
    record Alike(TenantId tenant, TimeRange range) {}
    return queries.stream()
        .distinct()
        .filter(StatsQuery.Numbers.class::isInstance)
        .map(StatsQuery.Numbers.class::cast)
        .filter(NumbersByJourney::takes)
        .collect(Collectors.groupingBy(query -> new Alike(query.tenant(), query.range())))
        .values();
  }

  @Override
  public Set<StatsQuery<?>> changed(Map<StatsQuery<?>, Duration> ages) {
    return new Insertions(database).changed(ages);
  }

  private Answer numbers(StatsQuery.Numbers query) {
    AnswerBuilder answer = new AnswerBuilder(query);
    List<Count> counts = of(Count.class, query);
    if (counts.isEmpty()) {
      addUsers(query, answer);
    } else {
      SideBySide.run(() -> addCounts(query, counts, answer), () -> addUsers(query, answer));
    }
    return answer.build();
  }

  private void addCounts(StatsQuery.Numbers query, List<Count> counts, AnswerBuilder answer) {
    CountedEvents counted =
        counted(query.tenant(), query.journey(), query.range(), starts(query.breakdown()));
    database
        .fetch(EventNumbers.counts(query, counts, counted))
        .forEach(row -> answer.addRow(row, counts));
  }

  /** Everything that is users or messages told apart, one statement after the other. */
  private void addUsers(StatsQuery.Numbers query, AnswerBuilder answer) {
    List<Distinct> distincts = of(Distinct.class, query);
    if (!distincts.isEmpty()) {
      database
          .fetch(EventNumbers.distincts(query, distincts))
          .forEach(row -> answer.addRow(row, distincts));
    }
    List<InState> states = of(InState.class, query);
    if (!states.isEmpty()) {
      UsersByState users =
          new UsersByState(new TenantEvents(query.tenant()), Set.of(query.journey()));
      Optional<String> settled =
          UsersByState.settled(
              database
                  .fetch(TenantEvents.userStateParts())
                  .intoMap(part -> part.value1(), part -> part.value2()));
      database.fetch(users.counts(settled)).forEach(row -> addState(row, states, answer));
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
  }

  private static void addState(Record row, List<InState> states, AnswerBuilder answer) {
    UserList.state(row.get(0, Integer.class))
        .map(InState::new)
        .filter(states::contains)
        .ifPresent(state -> answer.add(new GroupKey.Whole(), state, row.get(1, Long.class)));
  }

  private Optional<Instant> firstEvent(StatsQuery.FirstEvent query) {
    Select<?> events =
        counted(query.tenant(), query.journey(), TimeRange.UNBOUNDED, List.of()).of(OF_JOURNEYS);
    Record row =
        database.fetchSingle(select(count(), min(Columns.EARLIEST)).from(events.asTable("events")));
    return row.get(0, Long.class) == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(row.get(1, Long.class)));
  }

  private Set<Channel> channels(StatsQuery.Channels query) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    database
        .fetch(
            selectDistinct(Columns.CHANNEL)
                .from(
                    counted(query.tenant(), query.journey(), query.range(), List.of())
                        .of(OF_JOURNEYS))
                .where(Columns.CHANNEL.ne(inline(""))))
        .forEach(row -> Channel.find(row.get(Columns.CHANNEL)).ifPresent(channels::add));
    return channels;
  }

  private Set<String> messageSteps(StatsQuery.MessageSteps query) {
    EventSelection messages = EventSelection.about(EventType.Subject.MESSAGE).in(query.channel());
    return Set.copyOf(
        database
            .fetch(
                selectDistinct(Columns.STEP_ID)
                    .from(
                        counted(query.tenant(), query.journey(), query.range(), List.of())
                            .of(messages)))
            .getValues(Columns.STEP_ID));
  }

  /** What the rollup cannot tell is found out before, so that it is known when it is read. */
  private CountedEvents counted(
      TenantId tenant, JourneyId journey, TimeRange range, List<Instant> starts) {
    TenantEvents events = new TenantEvents(tenant);
    QuarterHours changed =
        QuarterHours.of(
            database.fetch(events.changedQuarterHours(journey, range)).getValues(0, Long.class));
    List<Instant> cuts = new ArrayList<>(starts);
    range.from().ifPresent(cuts::add);
    range.to().ifPresent(cuts::add);
    return new CountedEvents(events, Set.of(journey), range, changed.and(QuarterHours.cutBy(cuts)));
  }

  private static List<Instant> starts(Breakdown breakdown) {
    return breakdown instanceof Breakdown.ByBucket(var buckets) ? buckets.starts() : List.of();
  }

  /** Looks at ever more users at once, as few may be in the state that is asked for. */
  private UserPage users(StatsQuery.Users query) {
    List<JourneyUser> found = new ArrayList<>();
    String after = query.after();
    int reach = query.limit() + 1;
    boolean isEnd = false;
    while (found.size() <= query.limit() && !isEnd) {
      Record next = database.fetchSingle(UserList.reach(query, after, reach));
      String last = next.get(0, String.class);
      int missing = query.limit() + 1 - found.size();
      database
          .fetch(UserList.page(query, after, last, missing))
          .forEach(row -> found.add(UserList.user(row)));
      isEnd = next.get(1, Integer.class) < reach;
      after = last;
      reach = Math.min(reach * 4, MAXIMUM_REACH);
    }
    return new UserPage(found.stream().limit(query.limit()).toList(), found.size() > query.limit());
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
