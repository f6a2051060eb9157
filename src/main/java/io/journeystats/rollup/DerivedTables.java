package io.journeystats.rollup;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.table;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The tables that views keep from events, made to hold again what a crash between a table and its
 * views may have left out. They hold sets and maxima, so what is there already does not change.
 *
 * @param database where they are
 */
record DerivedTables(DSLContext database) {
  /** The views' own texts are used, so that there is no second definition to keep the same. */
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
   * Feeds events to the views again.
   *
   * @param condition holds for the events
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
