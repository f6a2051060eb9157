package io.journeystats.rollup;

import static org.jooq.impl.DSL.inline;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.clickhouse.PeriodicTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The merging of the tables of user states into one large part each, so that queries merge fewer
 * rows. By itself, ClickHouse keeps several parts of similar size for days.
 */
public final class PartMerger {
  private static final Logger LOG = LoggerFactory.getLogger(PartMerger.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** The pause after a merge, as a multiple of its duration. */
  private static final int PAUSE_FACTOR = 20;

  /** The share of the rows in the largest part from which a table counts as merged. */
  private static final double MERGED_SHARE = 0.98;

  private static final List<Table<Record>> TABLES =
      List.of(EventTables.USER_STATES, EventTables.USER_PRESENCE);

  /** The time of the end of each table's pause, in nanoseconds. */
  private final Map<Table<Record>, Long> pauses = new HashMap<>();

  private final DSLContext database;

  /** Creates a merger. */
  public PartMerger(ClickHouse clickHouse) {
    this.database = clickHouse.dsl("part-merger");
  }

  /** Returns the task that merges the parts every minute. */
  public PeriodicTask task() {
    return new PeriodicTask(
        "part-merger",
        INTERVAL,
        this::merge,
        failure -> LOG.debug("Merging the parts of user states failed", failure));
  }

  /** Merges the parts of each table, unless most rows are already in one part. */
  synchronized void merge() {
    for (Table<Record> table : TABLES) {
      long begin = System.nanoTime();
      if (begin - pauses.getOrDefault(table, begin) >= 0 && !isMerged(table)) {
        try {
          database.execute("OPTIMIZE TABLE {0} FINAL", table);
        } finally {
          // Also if the statement times out, since the store continues the merge.
          long end = System.nanoTime();
          pauses.put(table, end + PAUSE_FACTOR * (end - begin));
        }
      }
    }
  }

  private boolean isMerged(Table<Record> table) {
    Record rows =
        database.fetchSingle(
            "SELECT max(rows), sum(rows) FROM system.parts WHERE database = currentDatabase() AND"
                + " table = {0} AND active",
            inline(table.getName()));
    return rows.get(0, Long.class) >= MERGED_SHARE * rows.get(1, Long.class);
  }
}
