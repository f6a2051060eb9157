package io.journeystats.erasure;

import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.EventSourcedState;
import io.journeystats.clickhouse.PeriodicTask;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time for which this instance may rely on its copy of the erasure log. */
final class ErasureLease implements ChangeWatch.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(ErasureLease.class);

  /** The lease of a single instance, which knows of every erasure immediately. */
  private static final Instant FOREVER = Instant.parse("2199-01-01T00:00:00Z");

  private static final String CLOCK = "SELECT toUnixTimestamp64Milli(now64(3))";

  private final DSLContext database;
  private final EventSourcedState<ErasureState> state;
  private final ErasureSettings settings;
  private final ChangeWatch watch;
  private final PeriodicTask reading;
  private volatile @Nullable Reading last;

  /** The version of the table in the current state; accessed by the watch only. */
  private String seen = "?";

  ErasureLease(
      DSLContext database,
      EventSourcedState<ErasureState> state,
      ErasureSettings settings,
      ChangeWatch watch) {
    this.database = database;
    this.state = state;
    this.settings = settings;
    this.watch = watch;
    this.reading =
        new PeriodicTask(
            "tombstones",
            settings.lookInterval(),
            () -> read(true),
            failure -> LOG.warn("Cannot read erased users; inserts are refused", failure));
  }

  /**
   * The latest read of the log, by this machine's clock, and the end of its lease, by ClickHouse's.
   */
  private record Reading(long nanos, Instant validUntil) {}

  /** Starts watching the log. */
  void start() {
    reading.once();
    watch.add(this);
  }

  void stop() {
    watch.remove(this);
    reading.stop();
  }

  /** Reads the log if the lease requires it. Returns until when the copy may be relied on. */
  Instant validUntil() {
    if (settings.isAlone()) {
      return FOREVER;
    }
    Reading latest = last;
    return latest != null && isRecent(latest) ? latest.validUntil() : read(false);
  }

  private boolean isRecent(Reading latest) {
    return System.nanoTime() - latest.nanos() < settings.lease().toNanos() / 2;
  }

  private synchronized Instant read(boolean always) {
    Reading latest = last;
    if (!always && latest != null && isRecent(latest)) {
      return latest.validUntil();
    }
    long nanos = System.nanoTime();
    Instant clock = clock();
    state.refresh();
    Instant validUntil = clock.plus(settings.lease());
    last = new Reading(nanos, validUntil);
    return validUntil;
  }

  @Override
  public String table() {
    return state.table();
  }

  @Override
  public void looked(Optional<ChangeWatch.Look> found) {
    Optional<ChangeWatch.Look> unchanged =
        found.filter(look -> look.version().equals(seen)).filter(_ -> reading.failure().isEmpty());
    if (unchanged.isPresent()) {
      extend(unchanged.get());
    } else {
      reading.once();
      seen =
          found.map(ChangeWatch.Look::version).filter(_ -> reading.failure().isEmpty()).orElse("?");
    }
  }

  /** Extends the lease by a check that found the log unchanged. */
  private synchronized void extend(ChangeWatch.Look look) {
    Reading latest = last;
    if (latest == null || look.nanos() - latest.nanos() > 0) {
      Instant clock = Instant.ofEpochMilli(look.clockMillis());
      last = new Reading(look.nanos(), clock.plus(settings.lease()));
    }
  }

  /** Returns the time of ClickHouse's clock. */
  Instant clock() {
    return Instant.ofEpochMilli(database.fetchSingle(CLOCK).get(0, Long.class));
  }
}
