package io.journeystats.sql;

import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.journey.Channel;
import io.journeystats.query.Answer;
import io.journeystats.query.BoundedStaleness;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.rollup.ArrivalTracker;
import io.journeystats.sql.MaterializedGoals.Follower;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;

/** Statistics read from ClickHouse. */
public final class ClickHouseStatistics implements Statistics {
  private final DSLContext database;
  private final MaterializedGoals fillings;
  private final Follower follower;
  private final ArrivalTracker arrivals;

  /** Reads from the database. */
  public ClickHouseStatistics(DSLContext database) {
    this(database, new MaterializedGoals(database));
  }

  /**
   * Reads from the database.
   *
   * @param fillings tell which conversions are kept there
   */
  public ClickHouseStatistics(DSLContext database, MaterializedGoals fillings) {
    this(database, fillings, Follower.NONE, ArrivalTracker.none());
  }

  /**
   * Reads from the database.
   *
   * @param fillings tell which conversions are kept there
   * @param follower keeps them close behind the events
   * @param arrivals tells which journeys the rollup holds all events of
   */
  public ClickHouseStatistics(
      DSLContext database, MaterializedGoals fillings, Follower follower, ArrivalTracker arrivals) {
    this.database = database;
    this.fillings = fillings;
    this.follower = follower;
    this.arrivals = arrivals;
  }

  @Override
  public Statistics lately(BoundedStaleness lateness) {
    return new ClickHouseStatistics(
        database, fillings.lately(follower, lateness), Follower.NONE, arrivals);
  }

  @Override
  public Statistics yielding(int level) {
    return new ClickHouseStatistics(
        ClickHouse.yielding(database, level), fillings, follower, arrivals);
  }

  @Override
  @SuppressWarnings("unchecked") // each query type names the type of its answer
  public <R> R answer(StatsQuery<R> query) {
    return (R)
        switch (query) {
          case StatsQuery.Numbers numbers ->
              new JourneyNumbersQuery(database, fillings, arrivals, List.of(numbers))
                  .read()
                  .getFirst();
          case StatsQuery.FirstEvent firstEvent -> firstEvent(firstEvent);
          case StatsQuery.Channels channels -> channels(channels);
          case StatsQuery.Users users -> new UserPagesQuery(database).read(users);
          case StatsQuery.Links links -> new LinksQuery(links).read(database);
          case StatsQuery.Amounts amounts ->
              ConversionEventsQuery.of(database, amounts).amounts(amounts.goals());
          case StatsQuery.OfUser user -> new TimelineQuery(database, user).read();
          case StatsQuery.UserJourneys user -> UserJourneysQuery.read(database, user);
          case StatsQuery.Behind behind -> new ContributorsQuery(database, fillings, behind).read();
          case StatsQuery.Attributions attributions ->
              new AttributionQuery(
                      new TenantTables(attributions.data()),
                      attributions.journey(),
                      attributions.range(),
                      attributions.attribution(),
                      noCondition(),
                      fillings)
                  .read(database);
          case StatsQuery.Flow flow -> FlowQuery.read(database, flow);
          case StatsQuery.Durations durations ->
              new DurationsQuery(durations, fillings).read(database);
        };
  }

  @Override
  @SuppressWarnings("unchecked") // each query type names the type of its answer
  public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
    Map<StatsQuery<?>, Object> answers = new HashMap<>();
    List<StatsQuery.Numbers> alone =
        addTogether(
            numbers(queries),
            query -> List.of(query.data(), query.journey()),
            some -> new JourneyNumbersQuery(database, fillings, arrivals, some).read(),
            answers);
    addTogether(
        alone.stream().filter(NumbersByJourneyQuery::takes).toList(),
        query -> List.of(query.data(), query.range()),
        some -> NumbersByJourneyQuery.answer(database, fillings, arrivals, some),
        answers);
    return queries.stream()
        .map(query -> (R) answers.computeIfAbsent(query, (StatsQuery<?> one) -> answer(query)))
        .toList();
  }

  private static List<StatsQuery.Numbers> numbers(List<? extends StatsQuery<?>> queries) {
    return queries.stream()
        .distinct()
        .filter(StatsQuery.Numbers.class::isInstance)
        .map(StatsQuery.Numbers.class::cast)
        .toList();
  }

  /**
   * Answers the queries that have something in common, together.
   *
   * @return those that have it with no other
   */
  private static List<StatsQuery.Numbers> addTogether(
      List<StatsQuery.Numbers> queries,
      Function<StatsQuery.Numbers, Object> inCommon,
      Function<List<StatsQuery.Numbers>, List<Answer>> answer,
      Map<StatsQuery<?>, Object> answers) {
    List<StatsQuery.Numbers> alone = new ArrayList<>();
    for (List<StatsQuery.Numbers> some : queries.stream().collect(groupingBy(inCommon)).values()) {
      if (some.size() == 1) {
        alone.addAll(some);
      } else {
        List<Answer> found = answer.apply(some);
        for (int i = 0; i < some.size(); i++) {
          answers.put(some.get(i), found.get(i));
        }
      }
    }
    return alone;
  }

  @Override
  public Set<StatsQuery<?>> changed(Map<StatsQuery<?>, Duration> ages) {
    return new RecentInsertions(database).changed(ages);
  }

  private Optional<Instant> firstEvent(StatsQuery.FirstEvent query) {
    Select<?> times = new TenantTables(query.data()).firstTimes(query.journey());
    Record row =
        database.fetchSingle(
            select(count(), min(field(name(EventColumns.SEEN), Long.class)))
                .from(times.asTable("times")));
    return row.get(0, Long.class) == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(row.get(1, Long.class)));
  }

  private Set<Channel> channels(StatsQuery.Channels query) {
    Select<?> channels = new TenantTables(query.data()).channels(query.journey(), query.range());
    Set<Channel> found = EnumSet.noneOf(Channel.class);
    database
        .fetch(
            selectDistinct(field(name(EventColumns.SEEN), String.class))
                .from(channels.asTable("channels")))
        .forEach(row -> Channel.find(row.value1()).ifPresent(found::add));
    return found;
  }
}
