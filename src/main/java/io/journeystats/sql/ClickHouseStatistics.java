package io.journeystats.sql;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.journey.Channel;
import io.journeystats.query.BoundedStaleness;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.rollup.ArrivalTracker;
import io.journeystats.sql.MaterializedGoals.Follower;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;

/** Statistics read from ClickHouse. */
public final class ClickHouseStatistics implements Statistics {
  private final DSLContext database;
  private final MaterializedGoals materialized;
  private final Follower follower;
  private final ArrivalTracker arrivals;

  /** Reads from the database. */
  public ClickHouseStatistics(DSLContext database) {
    this(database, new MaterializedGoals(database));
  }

  /**
   * Reads from the database.
   *
   * @param materialized tell which conversions are kept there
   */
  public ClickHouseStatistics(DSLContext database, MaterializedGoals materialized) {
    this(database, materialized, Follower.NONE, ArrivalTracker.none());
  }

  /**
   * Reads from the database.
   *
   * @param materialized tell which conversions are kept there
   * @param follower keeps them up to date with the events
   * @param arrivals the journeys of which the rollup has all events
   */
  public ClickHouseStatistics(
      DSLContext database,
      MaterializedGoals materialized,
      Follower follower,
      ArrivalTracker arrivals) {
    this.database = database;
    this.materialized = materialized;
    this.follower = follower;
    this.arrivals = arrivals;
  }

  @Override
  public Statistics within(BoundedStaleness lateness) {
    return new ClickHouseStatistics(
        database, materialized.within(follower, lateness), Follower.NONE, arrivals);
  }

  @Override
  public Statistics atPriority(int level) {
    return new ClickHouseStatistics(
        ClickHouse.yielding(database, level), materialized, follower, arrivals);
  }

  @Override
  @SuppressWarnings("unchecked") // each query type names the type of its answer
  public <R> R answer(StatsQuery<R> query) {
    return (R)
        switch (query) {
          case StatsQuery.Numbers numbers ->
              Objects.requireNonNull(numbers().read(List.of(numbers)).get(numbers));
          case StatsQuery.FirstEvent firstEvent -> firstEvent(firstEvent);
          case StatsQuery.Channels channels -> channels(channels);
          case StatsQuery.Users users -> UserListQuery.read(database, users);
          case StatsQuery.Links links -> new LinksQuery(links).read(database);
          case StatsQuery.Amounts amounts ->
              ConversionEventsQuery.of(database, amounts).amounts(amounts.goals());
          case StatsQuery.OfUser user -> new TimelineQuery(database, user).read();
          case StatsQuery.UserJourneys user -> UserJourneysQuery.read(database, user);
          case StatsQuery.Contributors contributors ->
              new ContributorsQuery(database, materialized, contributors).read();
          case StatsQuery.Attributions attributions ->
              new AttributionQuery(
                      new TenantTables(attributions.data()),
                      attributions.journey(),
                      attributions.range(),
                      attributions.attribution(),
                      noCondition(),
                      materialized)
                  .read(database);
          case StatsQuery.Flow flow -> FlowQuery.read(database, flow);
          case StatsQuery.Durations durations ->
              new DurationsQuery(durations, materialized).read(database);
        };
  }

  @Override
  @SuppressWarnings("unchecked") // each query type names the type of its answer
  public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
    Map<StatsQuery<?>, Object> answers =
        new HashMap<>(
            numbers()
                .read(
                    queries.stream()
                        .filter(StatsQuery.Numbers.class::isInstance)
                        .map(StatsQuery.Numbers.class::cast)
                        .toList()));
    return queries.stream()
        .map(query -> (R) answers.computeIfAbsent(query, (StatsQuery<?> one) -> answer(one)))
        .toList();
  }

  private NumbersQuery numbers() {
    return new NumbersQuery(database, materialized, arrivals);
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
