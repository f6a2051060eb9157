package io.journeystats.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.journeystats.csv.CsvFields;
import io.journeystats.query.StatsQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL of the user list as CSV: the rows of the list, in its order, with its words.
 *
 * @param query which users; all of them, whatever its page
 * @param stepNames the names of steps by their ids
 */
record UsersTable(StatsQuery.Users query, Map<String, String> stepNames) {
  /** The columns. */
  static final List<String> COLUMNS =
      List.of(
          "user_id", "hwid", "status", "last_step", "entrances", "last_entered_at", "updated_at");

  /**
   * The rows.
   *
   * @param settled the part of users' states to leave as it is
   * @param texts writes texts
   */
  Select<Record> rows(Optional<DominantPart> settled, CsvFields texts) {
    TenantTables events = new TenantTables(query.data());
    UserStatusCells standing = new UserStatusCells(EnteredUsersQuery.USERS, stepNames, texts);
    List<SelectFieldOrAsterisk> cells =
        List.of(
            texts.text(in(EventColumns.USER_ID)),
            standing.hwid(),
            standing.state(),
            standing.lastStep(),
            in(UserListQuery.ENTRANCES),
            CsvFields.moment(in(UserListQuery.LAST_ENTERED_AT)),
            CsvFields.moment(
                in(UserListQuery.UPDATED_AT).plus(inline(UserListQuery.BEGINNING.toEpochMilli()))));
    return new EnteredUsersQuery(
            events, query.journey(), query.range(), UserListQuery.found(query, events))
        .rows(cells, UserListQuery.inState(query), settled);
  }

  private static <T> Field<T> in(Field<T> column) {
    return field(EnteredUsersQuery.USERS.append(column.getUnqualifiedName()), column.getDataType());
  }
}
