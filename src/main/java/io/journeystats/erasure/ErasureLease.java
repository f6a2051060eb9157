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

/** The time for which this instance may rely on what it has read of the log of erasures. */
final class ErasureLease implements ChangeWatch.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(ErasureLease.class);

  /** An instance that is alone knows of every erasure at once. */
  private static final Instant FOR_EVER = Instant.parse("2199-01-01T00:00:00Z");

  private static final String CLOCK = "SELECT toUnixTimestamp64Milli(now64(3))";

  private final DSLContext database;
  private final EventSourcedState<ErasureState> catalogue;
  private final ErasureSettings settings;
  private final ChangeWatch watch;
  private final PeriodicTask reading;
  private volatile @Nullable Reading last;

  /** The version of the table that is in the state; used by the watch alone. */
  private String seen = "?";

  ErasureLease(
      DSLContext database,
      EventSourcedState<ErasureState> catalogue,
      ErasureSettings settings,
      ChangeWatch watch) {
    this.database = database;
    this.catalogue = catalogue;
    this.settings = settings;
    this.watch = watch;
    this.reading =
        new PeriodicTask(
            "tombstones",
            settings.lookInterval(),
            () -> reread(true),
            failure -> LOG.warn("Who was erased cannot be read; nothing is inserted", failure));
  }

  /** When the log was read last: by our own measure of time, and until when by ClickHouse's. */
  private record Reading(long nanos, Instant validUntil) {}

  /** Begins to look at the log. */
  void start() {
    reading.once();
    watch.add(this);
  }

  void stop() {
    watch.remove(this);
    reading.stop();
  }

  /** Makes sure that the log was read within the lease; tells until when that may be relied on. */
  Instant known() {
    if (settings.isAlone()) {
      return FOR_EVER;
    }
    Reading present = last;
    return present != null && isRecent(present) ? present.validUntil() : reread(false);
  }

  private boolean isRecent(Reading present) {
    return System.nanoTime() - present.nanos() < settings.lease().toNanos() / 2;
  }

  private synchronized Instant reread(boolean always) {
    Reading present = last;
    if (!always && present != null && isRecent(present)) {
      return present.validUntil();
    }
    long nanos = System.nanoTime();
    Instant clock = clock();
    catalogue.refresh();
    Instant validUntil = clock.plus(settings.lease());
    last = new Reading(nanos, validUntil);
    return validUntil;
  }

  @Override
  public String table() {
    return catalogue.table();
  }

  @Override
  public void looked(Optional<ChangeWatch.Look> found) {
    Optional<ChangeWatch.Look> asBefore =
        found.filter(look -> look.version().equals(seen)).filter(_ -> reading.failure().isEmpty());
    if (asBefore.isPresent()) {
      readAt(asBefore.get());
    } else {
      reading.once();
      seen =
          found.map(ChangeWatch.Look::version).filter(_ -> reading.failure().isEmpty()).orElse("?");
    }
  }

  /** Who was erased before that look is known already. */
  private synchronized void readAt(ChangeWatch.Look look) {
    Reading present = last;
    if (present == null || look.nanos() - present.nanos() > 0) {
      Instant clock = Instant.ofEpochMilli(look.clockMillis());
      last = new Reading(look.nanos(), clock.plus(settings.lease()));
    }
  }

  /** The time by the clock of ClickHouse. */
  Instant clock() {
    return Instant.ofEpochMilli(database.fetchSingle(CLOCK).get(0, Long.class));
  }
}
