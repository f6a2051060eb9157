package io.journeystats.rollup;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.table;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The repair of the tables that materialized views derive from events. A crash between the
 * insertion into a table and its views may leave rows out. The derived tables contain sets and
 * maxima, so a repair does not change rows that are present.
 *
 * @param database the database of the tables
 */
record DerivedTables(DSLContext database) {
  /** Reads the views' own SQL, so that there is no second definition to keep in sync. */
  private static final String VIEWS =
      """
      SELECT replaceRegexpOne(tables.name, '_view$', ''), any(as_select),
        arrayStringConcat(groupArray(columns.name), ', ')
      FROM system.tables
      JOIN system.columns ON columns.database = tables.database AND columns.table = tables.name
      WHERE tables.database = currentDatabase() AND tables.engine = 'MaterializedView'
      GROUP BY tables.name
      """;

  /**
   * Derives rows from events again.
   *
   * @param condition selects the events
   */
  void repair(Condition condition) {
    String filter = "{'events' : " + inline(database.renderInlined(condition)) + "}";
    for (Record view : database.fetch(VIEWS)) {
      database.execute(
          "INSERT INTO {0} ({1}) {2} SETTINGS additional_table_filters = {3}",
          table(name(view.get(0, String.class))),
          raw(view.get(2, String.class)),
          raw(view.get(1, String.class)),
          raw(filter));
    }
  }
}
