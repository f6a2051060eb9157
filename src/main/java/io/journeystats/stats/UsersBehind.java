package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.time.Instant;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.Select;

/**
 * Reads who stands behind a number: the users of its events, in the order of their ids.
 *
 * @param database what to ask
 * @param query which users
 */
record UsersBehind(DSLContext database, StatsQuery.Behind query) {

  /** The page. How users stand is looked up for those of the page only. */
  UsersBehindPage read() {
    var rows = database.fetch(users());
    boolean hasMore = rows.size() > query.limit();
    var page = rows.subList(0, Math.min(rows.size(), query.limit()));
    Map<String, UserBehind.Standing> standings =
        page.isEmpty()
            ? Map.of()
            : database
                .fetch(
                    UserList.standings(
                        events()
                            .userStates(
                                query.journey(),
                                Columns.USER_ID.in(
                                    page.stream().map(row -> inline(row.value1())).toList()))))
                .intoMap(row -> row.get(Columns.USER_ID), UserList::standing);
    return new UsersBehindPage(page.stream().map(row -> user(row, standings)).toList(), hasMore);
  }

  private Select<Record4<String, Long, Long, Long>> users() {
    Select<?> events =
        events()
            .withDuplicates(
                query.journey(), EventNumbers.union(query.events().stream()), query.range());
    return select(
            Columns.USER_ID,
            countDistinct(tuple(Columns.TYPE, Columns.TIME, Columns.EVENT_KEY)),
            min(epochMillis(Columns.TIME)),
            max(epochMillis(Columns.TIME)))
        .from(events.asTable("events"))
        .where(or(query.events().stream().map(Selections::matching).toList()))
        .and(
            query
                .stepId()
                .<Condition>map(step -> Columns.STEP_ID.eq(inline(step)))
                .orElse(trueCondition()))
        .and(Columns.USER_ID.gt(inline(query.after())))
        .groupBy(Columns.USER_ID)
        .orderBy(Columns.USER_ID)
        .limit(inline(query.limit() + 1));
  }

  private static UserBehind user(
      Record4<String, Long, Long, Long> row, Map<String, UserBehind.Standing> standings) {
    return new UserBehind(
        row.value1(),
        row.value2(),
        Instant.ofEpochMilli(row.value3()),
        Instant.ofEpochMilli(row.value4()),
        standings.getOrDefault(row.value1(), UserBehind.Standing.UNKNOWN));
  }

  private TenantEvents events() {
    return new TenantEvents(query.tenant());
  }
}
