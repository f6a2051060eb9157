package io.journeystats.stats;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.journeystats.csv.CsvFields;
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
record CsvUsers(StatsQuery.Users query, Map<String, String> stepNames) {
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
  Select<Record> rows(Optional<SettledPart> settled, CsvFields texts) {
    TenantEvents events = new TenantEvents(query.data());
    CsvStanding standing = new CsvStanding(UsersEntered.USERS, stepNames, texts);
    List<SelectFieldOrAsterisk> cells =
        List.of(
            texts.text(in(Columns.USER_ID)),
            standing.hwid(),
            standing.state(),
            standing.lastStep(),
            in(UserList.ENTRANCES),
            CsvFields.moment(in(UserList.LAST_ENTERED_AT)),
            CsvFields.moment(
                in(UserList.UPDATED_AT).plus(inline(UserList.BEGINNING.toEpochMilli()))));
    return new UsersEntered(events, query.journey(), query.range(), UserList.found(query, events))
        .rows(cells, UserList.inState(query), settled);
  }

  private static <T> Field<T> in(Field<T> column) {
    return field(UsersEntered.USERS.append(column.getUnqualifiedName()), column.getDataType());
  }
}
