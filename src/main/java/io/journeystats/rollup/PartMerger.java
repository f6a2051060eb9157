package io.journeystats.rollup;

import static org.jooq.impl.DSL.inline;

import io.dropwizard.lifecycle.Managed;
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
 * What keeps most of what is known of users in one part of each table, so that few rows have to be
 * brought together to count them. ClickHouse by itself is content with some parts of about the same
 * size, and stays so for days.
 */
public final class PartMerger implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(PartMerger.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** So many times as long as it took, a table is left alone. */
  private static final int REST = 20;

  private static final double SHARE = 0.98;

  private static final List<Table<Record>> TABLES =
      List.of(EventTables.USER_STATES, EventTables.USER_PRESENCE);

  /** Until when each table is left alone, in nanoseconds. */
  private final Map<Table<Record>, Long> rests = new HashMap<>();

  private final DSLContext database;
  private final PeriodicTask repetition =
      new PeriodicTask(
          "tidying",
          INTERVAL,
          this::tidy,
          failure -> LOG.debug("What is known of users could not be tidied up", failure));

  /** Tidying that still has to be started. */
  public PartMerger(ClickHouse clickHouse) {
    this.database = clickHouse.dsl("tidying");
  }

  @Override
  public void start() {
    repetition.start(INTERVAL);
  }

  @Override
  public void stop() {
    repetition.stop();
  }

  /** Merges the parts of each table into one where that is worth it. */
  synchronized void tidy() {
    for (Table<Record> table : TABLES) {
      long begin = System.nanoTime();
      if (begin - rests.getOrDefault(table, begin) >= 0 && isApart(table)) {
        try {
          database.execute("OPTIMIZE TABLE {0} FINAL", table);
        } finally {
          // Also where it takes longer than a statement may: the store goes on with it.
          long end = System.nanoTime();
          rests.put(table, end + REST * (end - begin));
        }
      }
    }
  }

  private boolean isApart(Table<Record> table) {
    Record rows =
        database.fetchSingle(
            "SELECT max(rows), sum(rows) FROM system.parts WHERE database = currentDatabase() AND"
                + " table = {0} AND active",
            inline(table.getName()));
    return rows.get(0, Long.class) < SHARE * rows.get(1, Long.class);
  }
}
