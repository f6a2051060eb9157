package io.journeystats.rollup;

import static org.jooq.impl.DSL.inline;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.EventTables;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
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

  /** How often at most while events come in. */
  private static final long PAUSE_NANOS = Duration.ofMinutes(15).toNanos();

  /** Bigger tables are left to ClickHouse: to write them again takes too long. */
  private static final long LARGEST_BYTES = 1L << 30;

  private static final double SHARE = 0.98;

  private final DSLContext database;
  private @Nullable ScheduledExecutorService timer;
  private long last = System.nanoTime() - PAUSE_NANOS;

  /** Tidying that still has to be started. */
  public Tidying(ClickHouse clickHouse) {
    this.database = clickHouse.dsl("tidying");
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tidying").daemon().factory());
    long seconds = INTERVAL.toSeconds();
    var _ = started.scheduleWithFixedDelay(this::tidyQuietly, seconds, seconds, TimeUnit.SECONDS);
    timer = started;
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
    }
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
            SELECT max(rows), sum(rows), sum(bytes_on_disk), max(modification_time) < now() - INTERVAL 1 MINUTE
            FROM system.parts WHERE database = currentDatabase() AND table = {0} AND active
            """,
            inline(EventTables.USER_STATES.getName()));
    boolean isApart = parts.get(0, Long.class) < SHARE * parts.get(1, Long.class);
    boolean isSmall = parts.get(2, Long.class) < LARGEST_BYTES;
    boolean isTime = parts.get(3, Integer.class) == 1 || now - last >= PAUSE_NANOS;
    if (isApart && isSmall && isTime) {
      database.execute("OPTIMIZE TABLE {0} FINAL", EventTables.USER_STATES);
      last = now;
    }
  }

  private void tidyQuietly() {
    try {
      tidy(System.nanoTime());
    } catch (RuntimeException failure) {
      LOG.debug("The users' states could not be tidied up", failure);
    }
  }
}
