package io.journeystats.sql;

import static io.journeystats.sql.ConversionsQuery.column;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.journeystats.csv.CsvFields;
import io.journeystats.query.StatsQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL of the contributors to a number as CSV: the rows of the list, in its order.
 *
 * @param query the number; all of its contributors, its page is ignored
 * @param stepNames the names of steps by their ids
 * @param materialized tell which conversions are kept
 */
record ContributorsTable(
    StatsQuery.Contributors query, Map<String, String> stepNames, MaterializedGoals materialized) {
  /** The columns. */
  static final List<String> COLUMNS =
      List.of("user_id", "hwid", "status", "last_step", "events", "first_at", "last_at");

  private static final Name CONTRIBUTORS = name("behind");
  private static final Name STATE = name("state_of_user");

  /**
   * The rows. A user with events need not have a state.
   *
   * @param settled the part of users' states to leave as it is
   * @param texts writes texts
   */
  Select<Record> rows(Optional<DominantPart> settled, CsvFields texts) {
    return aggregates().isOfEntrances() ? entered(settled, texts) : contributors(texts);
  }

  private Select<Record> entered(Optional<DominantPart> settled, CsvFields texts) {
    TenantTables events = new TenantTables(query.data());
    return new EnteredUsersQuery(events, query.journey(), query.range(), noCondition())
        .rows(
            cells(
                EnteredUsersQuery.USERS,
                EnteredUsersQuery.USERS,
                List.of(
                    UserListQuery.ENTRANCES,
                    EnteredUsersQuery.FIRST_ENTERED_AT,
                    UserListQuery.LAST_ENTERED_AT),
                texts),
            noCondition(),
            settled);
  }

  private Select<Record> contributors(CsvFields texts) {
    // Usually a small part of a journey's users; only their states are merged.
    Condition known =
        condition("{0} IN ({1})", EventColumns.USER_ID, aggregates().possible(noCondition()));
    return select(
            cells(
                CONTRIBUTORS,
                STATE,
                List.of(
                    EventColumns.NUMBER, ContributingEvents.FIRST_AT, ContributingEvents.LAST_AT),
                texts))
        .from(aggregates().byUser(noCondition()).asTable(CONTRIBUTORS))
        .leftJoin(UserListQuery.settled(new TenantTables(query.data()), query.journey(), known))
        .on(column(CONTRIBUTORS, EventColumns.USER_ID).eq(column(STATE, EventColumns.USER_ID)))
        .orderBy(column(CONTRIBUTORS, EventColumns.USER_ID));
  }

  /**
   * The cells.
   *
   * @param users where the users are
   * @param states where what is known of them is
   * @param done the number of events that contribute, and the times of the first and the last
   * @param texts writes texts
   */
  private List<SelectFieldOrAsterisk> cells(
      Name users, Name states, List<Field<Long>> done, CsvFields texts) {
    UserStatusCells standing = new UserStatusCells(states, stepNames, texts);
    return List.of(
        texts.text(column(users, EventColumns.USER_ID)),
        standing.hwid(),
        standing.state(),
        standing.lastStep(),
        column(users, done.get(0)),
        CsvFields.moment(column(users, done.get(1))),
        CsvFields.moment(column(users, done.get(2))));
  }

  private ContributingEvents aggregates() {
    return new ContributingEvents(query, materialized);
  }
}
