package io.journeystats.clickhouse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The look at what other instances may have changed in the store: one small statement, several
 * times a second, for all who have to know. Only where something did change, it is read.
 *
 * <p>An instance that is alone knows all changes, and has to know only whether the store is there:
 * that is a ping. It looks as well when that fails, and every now and then.
 */
public final class ChangeWatch {
  /** How far behind another instance's changes this one may be. */
  public static final Duration INTERVAL = Duration.ofMillis(500);

  /** Less, by what a ping may take, so that the store's absence is noticed as soon. */
  private static final Duration PING_INTERVAL = Duration.ofMillis(300);

  /** For what is changed past the service. */
  private static final long LOOK_WHEN_ALONE = Duration.ofSeconds(10).toNanos();

  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

  private final DSLContext database;
  private final Duration interval;
  private final Optional<Ping> ping;
  private final Map<Watcher, ReentrantLock> watchers = new ConcurrentHashMap<>();
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable PeriodicTask repetition;

  /** When the last look began; null where it failed. Used by the watch alone. */
  private @Nullable Long lastLook;

  /** A watch that begins with its first watcher, and looks twice a second. */
  public ChangeWatch(DSLContext database) {
    this(database, INTERVAL);
  }

  /**
   * A watch that begins with its first watcher.
   *
   * @param interval the pause between two looks
   */
  public ChangeWatch(DSLContext database, Duration interval) {
    this(database, interval, Optional.empty());
  }

  private ChangeWatch(DSLContext database, Duration interval, Optional<Ping> ping) {
    this.database = database;
    this.interval = interval;
    this.ping = ping;
  }

  /** The watch of the only instance that uses this store. */
  public static ChangeWatch alone(ClickHouse clickHouse, String logComment) {
    return new ChangeWatch(
        clickHouse.dsl(logComment), PING_INTERVAL, Optional.of(new Ping(clickHouse.endpoint())));
  }

  /** What has to know of changes. */
  public interface Watcher {
    /** The table that has to be looked at. */
    String table();

    /**
     * Learns what a look has found; on a thread of its own, and not while it still deals with what
     * the look before has found.
     *
     * @param found empty where the statement failed: each sees for itself then
     */
    void looked(Optional<Look> found);
  }

  /**
   * What a look has found for a watcher.
   *
   * @param version the table's parts: others after each insertion, and after a merge
   * @param nanos when the look began, by the clock of {@link System#nanoTime}
   * @param clockMillis a time by the clock of ClickHouse; all that was written before is seen
   */
  public record Look(String version, long nanos, long clockMillis) {}

  /** Begins to look for a watcher. */
  public synchronized void add(Watcher watcher) {
    watchers.put(watcher, new ReentrantLock());
    if (repetition == null) {
      PeriodicTask started =
          new PeriodicTask(
              "change-watch",
              interval,
              this::look,
              failure -> LOG.debug("What others have changed cannot be looked at", failure));
      repetition = started;
      started.start(interval);
    }
  }

  /**
   * Ends looking for a watcher: when this returns, it is told of nothing any more. The last one
   * ends the watch.
   */
  public synchronized void remove(Watcher watcher) {
    ReentrantLock known = watchers.remove(watcher);
    if (known != null) {
      // Kept for good, so that nothing begins that was found before.
      known.lock();
    }
    PeriodicTask present = repetition;
    if (watchers.isEmpty() && present != null) {
      repetition = null;
      present.stop();
    }
  }

  private void look() {
    List<Map.Entry<Watcher, ReentrantLock>> present = List.copyOf(watchers.entrySet());
    if (present.isEmpty()) {
      return;
    }
    long nanos = System.nanoTime();
    Long last = lastLook;
    boolean isFresh = last != null && nanos - last < LOOK_WHEN_ALONE;
    if (isFresh && ping.isPresent() && ping.get().isAnswered()) {
      return;
    }
    lastLook = null;
    Record found;
    try {
      found = database.fetchSingle(statement(present));
    } catch (RuntimeException failure) {
      present.forEach(watcher -> tell(watcher, Optional.empty()));
      throw failure;
    }
    lastLook = nanos;
    // The clock was read at some moment of the statement, and the tables at another one.
    long clock = found.get(0, Long.class) - Math.ceilDiv(System.nanoTime() - nanos, 1_000_000);
    Map<String, String> versions = versions(found.get(1, String.class));
    for (var watcher : present) {
      String version = versions.getOrDefault(watcher.getKey().table(), "");
      tell(watcher, Optional.of(new Look(version, nanos, clock)));
    }
  }

  /** The names of parts by table. */
  private static Map<String, String> versions(String parts) {
    return parts
        .lines()
        .sorted()
        .map(line -> line.split("/", 2))
        .collect(
            Collectors.toMap(part -> part[0], part -> part[1], (one, next) -> one + " " + next));
  }

  /**
   * The parts are in the engine's memory, so nothing is read; a maximum would tell less, as the
   * parts of a replicated table need not come in their order.
   */
  private static String statement(List<Map.Entry<Watcher, ReentrantLock>> watchers) {
    return watchers.stream()
        .map(watcher -> "'" + watcher.getKey().table() + "'")
        .distinct()
        .collect(
            Collectors.joining(
                ", ",
                "SELECT toUnixTimestamp64Milli(now64(3)),"
                    + " arrayStringConcat(groupArray(concat(table, '/', name)), '\\n') FROM"
                    + " system.parts WHERE active AND database = currentDatabase() AND table IN (",
                ")"));
  }

  /** Whatever one of them waits for, the others do not. */
  private void tell(Map.Entry<Watcher, ReentrantLock> watcher, Optional<Look> found) {
    ReentrantLock lock = watcher.getValue();
    handlers.execute(() -> {
      if (lock.tryLock()) {
        try {
          watcher.getKey().looked(found);
        } finally {
          lock.unlock();
        }
      }
    });
  }
}
