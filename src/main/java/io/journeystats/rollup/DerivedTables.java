package io.journeystats.rollup;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The tables that views keep from events, made to hold again what a crash between a table and its
 * views may have left out. They hold sets and maxima, so what is there already does not change.
 *
 * @param database where they are
 */
record DerivedTables(DSLContext database) {
  private static final String SUFFIX = "_view";

  /**
   * Feeds events to the views again.
   *
   * @param condition holds for the events
   */
  void repair(Condition condition) {
    for (String view : views()) {
      // The view's own text, so that there is no second definition to keep the same.
      String select =
          database
              .fetchSingle(
                  "SELECT as_select FROM system.tables WHERE database = currentDatabase() AND name"
                      + " = {0}",
                  inline(view))
              .get(0, String.class);
      database.execute(
          "INSERT INTO {0} {1} SETTINGS additional_table_filters = {2}",
          DSL.table(name(view.substring(0, view.length() - SUFFIX.length()))),
          DSL.raw(select),
          DSL.raw("{'events' : " + inline(database.renderInlined(condition)) + "}"));
    }
  }

  private List<String> views() {
    return database
        .fetch(
            "SELECT name FROM system.tables WHERE database = currentDatabase() AND engine ="
                + " 'MaterializedView' ORDER BY name")
        .getValues(0, String.class);
  }
}
