package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.journeystats.query.Contributor;
import io.journeystats.query.ContributorPage;
import io.journeystats.query.StatsQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;

/**
 * Reads who stands behind a number, in the order of their ids.
 *
 * <p>To group what all users did takes seconds where there are millions of them. So it is first
 * looked how far some events reach in the order of users, whatever the users are, which ClickHouse
 * does by keeping the least ids while it reads; then only what those users did is brought together.
 *
 * @param database what to ask
 * @param fillings tell which conversions are kept there
 * @param query which users
 */
record ContributorsQuery(DSLContext database, MaterializedGoals fillings, StatsQuery.Behind query) {
  /** So many events a user are expected at first. */
  private static final int EVENTS = 3;

  /** So many events are looked at in one statement. */
  private static final int MAXIMUM_REACH = 1_000_000;

  /** The page. How users stand is looked up for those of the page only. */
  ContributorPage read() {
    List<Record> found = new ArrayList<>();
    String after = query.after();
    int reach = EVENTS * (query.limit() + 1);
    boolean isEnd = false;
    while (found.size() <= query.limit() && !isEnd) {
      Record next = database.fetchSingle(reach(after, reach));
      String last = next.get(0, String.class);
      found.addAll(database.fetch(page(after, last, query.limit() + 1 - found.size())));
      isEnd = next.get(1, Integer.class) < reach;
      after = last;
      reach = Math.min(reach * 4, MAXIMUM_REACH);
    }
    List<Record> page = found.stream().limit(query.limit()).toList();
    Map<String, Contributor.Standing> standings = standings(page);
    return new ContributorPage(
        page.stream().map(row -> user(row, standings)).toList(), found.size() > query.limit());
  }

  /**
   * How far a number of events reaches in the order of users: the row's columns are the id of the
   * last user, and how many events there are. All events of a user have the same id, so up to the
   * last one none is missing.
   */
  private ResultQuery<Record> reach(String after, int events) {
    Table<?> next =
        select(EventColumns.USER_ID)
            .from(
                new ContributingEvents(query, fillings)
                    .possible(EventColumns.USER_ID.gt(inline(after)))
                    .asTable("possible"))
            .orderBy(EventColumns.USER_ID)
            .limit(inline(events))
            .asTable("next");
    return withSettings(select(max(EventColumns.USER_ID), count()).from(next), IN_WITHOUT_INDEX);
  }

  private ResultQuery<Record> page(String after, String last, int users) {
    return withSettings(
        new ContributingEvents(query, fillings)
            .byUser(
                EventColumns.USER_ID.gt(inline(after)).and(EventColumns.USER_ID.le(inline(last))))
            .orderBy(EventColumns.USER_ID)
            .limit(inline(users)),
        IN_WITHOUT_INDEX);
  }

  private Map<String, Contributor.Standing> standings(List<Record> page) {
    return page.isEmpty()
        ? Map.of()
        : database
            .fetch(
                UserListQuery.standings(
                    new TenantTables(query.data())
                        .userStates(
                            query.journey(),
                            EventColumns.USER_ID.in(
                                page.stream().map(row -> inline(id(row))).toList()))))
            .intoMap(row -> row.get(EventColumns.USER_ID), UserListQuery::standing);
  }

  private static Contributor user(Record row, Map<String, Contributor.Standing> standings) {
    return new Contributor(
        id(row),
        row.get(1, Long.class),
        Instant.ofEpochMilli(row.get(2, Long.class)),
        Instant.ofEpochMilli(row.get(3, Long.class)),
        standings.getOrDefault(id(row), Contributor.Standing.UNKNOWN));
  }

  private static String id(Record row) {
    return row.get(0, String.class);
  }
}
