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
 * A poll of the store for changes by other instances: one small statement, several times per
 * second, for all watchers. A watcher reads its table only if it has changed.
 *
 * <p>A single instance knows all changes and needs to know only whether the store is available, for
 * which a ping suffices. It polls as well if the ping fails, and occasionally.
 */
public final class ChangeWatch {
  /** The maximum delay until changes by another instance are noticed. */
  public static final Duration INTERVAL = Duration.ofMillis(500);

  /** Shorter by the time that a ping may take, so that an outage is noticed as early. */
  private static final Duration PING_INTERVAL = Duration.ofMillis(300);

  /** Notices changes that were made without the service. */
  private static final long POLL_WHEN_ALONE_NANOS = Duration.ofSeconds(10).toNanos();

  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

  private final DSLContext database;
  private final Duration interval;
  private final Optional<Ping> ping;
  private final Map<Watcher, ReentrantLock> watchers = new ConcurrentHashMap<>();
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable PeriodicTask task;

  /** When the last poll started; null if it failed. Accessed by the polling thread only. */
  private @Nullable Long lastPoll;

  /** Creates a watch that starts with its first watcher and polls twice per second. */
  public ChangeWatch(DSLContext database) {
    this(database, INTERVAL);
  }

  /**
   * Creates a watch that starts with its first watcher.
   *
   * @param interval the time between two polls
   */
  public ChangeWatch(DSLContext database, Duration interval) {
    this(database, interval, Optional.empty());
  }

  private ChangeWatch(DSLContext database, Duration interval, Optional<Ping> ping) {
    this.database = database;
    this.interval = interval;
    this.ping = ping;
  }

  /** Creates the watch of the only instance that uses the store. */
  public static ChangeWatch alone(ClickHouse clickHouse, String logComment) {
    return new ChangeWatch(
        clickHouse.dsl(logComment), PING_INTERVAL, Optional.of(new Ping(clickHouse.endpoint())));
  }

  /** A listener for changes of a table. */
  public interface Watcher {
    /** Returns the watched table. */
    String table();

    /**
     * Receives the result of a poll, on a thread of its own. Results that arrive while the previous
     * one is being handled are skipped.
     *
     * @param found the result; empty if the poll failed, in which case the watcher must check for
     *     itself
     */
    void looked(Optional<Look> found);
  }

  /**
   * The result of a poll for one watcher.
   *
   * @param version the table's parts, which change with every insert and merge
   * @param nanos when the poll started, by {@link System#nanoTime}
   * @param clockMillis a time of ClickHouse's clock; all earlier writes are included
   */
  public record Look(String version, long nanos, long clockMillis) {}

  /** Adds a watcher. */
  public synchronized void add(Watcher watcher) {
    watchers.put(watcher, new ReentrantLock());
    if (task == null) {
      PeriodicTask started =
          new PeriodicTask(
              "change-watch",
              interval,
              this::poll,
              failure -> LOG.debug("Cannot poll for changes by other instances", failure));
      task = started;
      started.start(interval);
    }
  }

  /** Removes a watcher, which is not called afterwards. The watch ends with its last watcher. */
  public synchronized void remove(Watcher watcher) {
    ReentrantLock known = watchers.remove(watcher);
    if (known != null) {
      // Never unlocked, so that results of earlier polls are skipped.
      known.lock();
    }
    PeriodicTask current = task;
    if (watchers.isEmpty() && current != null) {
      task = null;
      current.stop();
    }
  }

  private void poll() {
    List<Map.Entry<Watcher, ReentrantLock>> current = List.copyOf(watchers.entrySet());
    if (current.isEmpty()) {
      return;
    }
    long nanos = System.nanoTime();
    Long last = lastPoll;
    boolean isFresh = last != null && nanos - last < POLL_WHEN_ALONE_NANOS;
    if (isFresh && ping.isPresent() && ping.get().isAnswered()) {
      return;
    }
    lastPoll = null;
    Record found;
    try {
      found = database.fetchSingle(statement(current));
    } catch (RuntimeException failure) {
      current.forEach(watcher -> notify(watcher, Optional.empty()));
      throw failure;
    }
    lastPoll = nanos;
    // The clock and the tables were read at different moments of the statement.
    long clock = found.get(0, Long.class) - Math.ceilDiv(System.nanoTime() - nanos, 1_000_000);
    Map<String, String> versions = versions(found.get(1, String.class));
    for (var watcher : current) {
      String version = versions.getOrDefault(watcher.getKey().table(), "");
      notify(watcher, Optional.of(new Look(version, nanos, clock)));
    }
  }

  /** Returns the names of parts by table. */
  private static Map<String, String> versions(String parts) {
    return parts
        .lines()
        .sorted()
        .map(line -> line.split("/", 2))
        .collect(
            Collectors.toMap(part -> part[0], part -> part[1], (one, next) -> one + " " + next));
  }

  /**
   * The parts are in the engine's memory, so nothing is read from disk. The latest part would not
   * suffice, since parts of a replicated table may arrive out of order.
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

  /** A watcher that blocks does not delay the others. */
  private void notify(Map.Entry<Watcher, ReentrantLock> watcher, Optional<Look> found) {
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
