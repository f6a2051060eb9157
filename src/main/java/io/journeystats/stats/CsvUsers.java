package io.journeystats.stats;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.csv.CsvFields;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

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

  private static final Name LISTED = name("listed");

  /** The rows. */
  Select<Record> rows() {
    CsvStanding standing = new CsvStanding(LISTED, stepNames);
    List<SelectFieldOrAsterisk> cells =
        List.of(
            CsvFields.text(in(Columns.USER_ID)),
            standing.hwid(),
            standing.state(),
            standing.lastStep(),
            in(UserList.ENTRANCES),
            CsvFields.moment(in(UserList.LAST_ENTERED_AT)),
            CsvFields.moment(
                in(UserList.UPDATED_AT).plus(inline(UserList.BEGINNING.toEpochMilli()))));
    return select(cells).from(listed()).orderBy(in(Columns.USER_ID));
  }

  private Table<?> listed() {
    return UserList.all(query).asTable(LISTED);
  }

  private static <T> Field<T> in(Field<T> column) {
    return field(LISTED.append(column.getUnqualifiedName()), column.getDataType());
  }
}
