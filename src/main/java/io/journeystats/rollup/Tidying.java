package io.journeystats.rollup;

import static org.jooq.impl.DSL.inline;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.clickhouse.Repetition;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps most of the users' states in one part of their table, so that few users have to be
 * brought together to count them by state. ClickHouse by itself is content with some parts of about
 * the same size, and stays so for days.
 */
public final class Tidying implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** How often at most while events come in; as much more seldom as the table is larger. */
  private static final long PAUSE_NANOS = Duration.ofMinutes(15).toNanos();

  /** A table up to this size takes little time to write again: seconds. */
  private static final double SMALL_BYTES = 1L << 30;

  private static final double SHARE = 0.98;

  private final DSLContext database;
  private final Repetition repetition =
      new Repetition(
          "tidying",
          INTERVAL,
          () -> tidy(System.nanoTime()),
          failure -> LOG.debug("The users' states could not be tidied up", failure));
  private long last = System.nanoTime() - PAUSE_NANOS;

  /** Tidying that still has to be started. */
  public Tidying(ClickHouse clickHouse) {
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

  /**
   * Merges the parts into one where that is worth it.
   *
   * @param now a time in nanoseconds
   */
  synchronized void tidy(long now) {
    Record parts =
        database.fetchSingle(
            """
            SELECT max(rows), sum(rows), sum(bytes_on_disk) / {1}, max(modification_time) < now() - INTERVAL 1 MINUTE
            FROM system.parts WHERE database = currentDatabase() AND table = {0} AND active
            """,
            inline(EventTables.USER_STATES.getName()), inline(SMALL_BYTES));
    boolean isApart = parts.get(0, Long.class) < SHARE * parts.get(1, Long.class);
    double size = parts.get(2, Double.class);
    boolean isQuiet = size <= 1 && parts.get(3, Integer.class) == 1;
    if (isApart && (isQuiet || now - last >= PAUSE_NANOS * Math.max(1, size))) {
      database.execute("OPTIMIZE TABLE {0} FINAL", EventTables.USER_STATES);
      last = now;
    }
  }
}
