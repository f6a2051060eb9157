package io.journeystats.stats;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import io.journeystats.journey.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;

/** Statistics read from ClickHouse. */
public final class ClickHouseStatistics implements Statistics {
  /** So many users are looked at in one statement. */
  private static final int MAXIMUM_REACH = 200_000;

  /**
   * An answer is known to be the same only if nothing came in for so long before it was made. That
   * is far longer than an insertion takes to be seen, and than clocks are set forward.
   */
  private static final Duration QUIET = Duration.ofMinutes(15);

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
          case StatsQuery.Dashboard dashboard -> new JourneyNumbers(database, dashboard).read();
          case StatsQuery.FirstEvent firstEvent -> firstEvent(firstEvent);
          case StatsQuery.Channels channels -> channels(channels);
          case StatsQuery.Users users -> users(users);
        };
  }

  @Override
  public boolean mayHaveChanged(StatsQuery<?> query, Duration age) {
    TenantEvents events = new TenantEvents(query.tenant());
    Duration window = age.plus(QUIET);
    return isAny(events.insertedWithin(query.journey(), window))
        || (Dependence.of(query).onCustomEvents() && isAny(events.customInsertedWithin(window)));
  }

  private boolean isAny(Select<?> rows) {
    return !database.fetch(rows).isEmpty();
  }

  private Answer numbers(StatsQuery.Numbers query) {
    StatsQuery.Dashboard alone =
        new StatsQuery.Dashboard(query.tenant(), query.journey(), List.of(query));
    return new JourneyNumbers(database, alone).read().parts().getFirst();
  }

  private Optional<Instant> firstEvent(StatsQuery.FirstEvent query) {
    Select<?> times = new TenantEvents(query.tenant()).firstTimes(query.journey());
    Record row =
        database.fetchSingle(
            select(count(), min(field(name(Columns.SEEN), Long.class)))
                .from(times.asTable("times")));
    return row.get(0, Long.class) == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(row.get(1, Long.class)));
  }

  private Set<Channel> channels(StatsQuery.Channels query) {
    Select<?> channels = new TenantEvents(query.tenant()).channels(query.journey(), query.range());
    Set<Channel> found = EnumSet.noneOf(Channel.class);
    database
        .fetch(
            selectDistinct(field(name(Columns.SEEN), String.class))
                .from(channels.asTable("channels")))
        .forEach(row -> Channel.find(row.value1()).ifPresent(found::add));
    return found;
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
}
