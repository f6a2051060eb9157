package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.stats.GoalEvents.column;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.journeystats.csv.CsvFields;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL of the users behind a number as CSV: the rows of the list, in its order, with its words.
 *
 * @param query which number; all of its users, whatever the page
 * @param stepNames the names of steps by their ids
 */
record CsvUsersBehind(StatsQuery.Behind query, Map<String, String> stepNames) {
  /** The columns. */
  static final List<String> COLUMNS =
      List.of("user_id", "hwid", "status", "last_step", "events", "first_at", "last_at");

  private static final Name BEHIND = name("behind");
  private static final Name STATE = name("state_of_user");

  /** The rows. Whoever did something need not have a state. */
  Select<Record> rows() {
    CsvStanding standing = new CsvStanding(STATE, stepNames);
    List<SelectFieldOrAsterisk> cells =
        List.of(
            CsvFields.text(column(BEHIND, Columns.USER_ID)),
            standing.hwid(),
            standing.state(),
            standing.lastStep(),
            column(BEHIND, Columns.NUMBER),
            CsvFields.moment(column(BEHIND, Deeds.FIRST_AT)),
            CsvFields.moment(column(BEHIND, Deeds.LAST_AT)));
    return select(cells)
        .from(deeds().byUser(noCondition()).asTable(BEHIND))
        .leftJoin(UserList.settled(new TenantEvents(query.tenant()), query.journey(), known()))
        .on(column(BEHIND, Columns.USER_ID).eq(column(STATE, Columns.USER_ID)))
        .orderBy(column(BEHIND, Columns.USER_ID));
  }

  /** What the statement needs to be quick. */
  String[] settings() {
    return deeds().isOfEntrances() ? StoredTables.IN_ORDER : new String[] {IN_WITHOUT_INDEX};
  }

  /** Mostly few of a journey's users, whose states are brought together only. */
  private Condition known() {
    return deeds().isOfEntrances()
        ? noCondition()
        : condition("{0} IN ({1})", Columns.USER_ID, deeds().possible(noCondition()));
  }

  private Deeds deeds() {
    return new Deeds(query);
  }
}
