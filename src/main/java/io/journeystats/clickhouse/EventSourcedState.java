package io.journeystats.clickhouse;

import io.dropwizard.lifecycle.Managed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a {@link ChangeLog} adds up to, kept in memory: answered without the database, brought up to
 * date in the background and at once by every change made here.
 *
 * @param <S> the state, an immutable value
 */
public final class EventSourcedState<S> implements Managed, ChangeWatch.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(EventSourcedState.class);
  private static final int MAXIMUM_ATTEMPTS = 1000;

  /** The version of no table. */
  private static final String UNKNOWN = "?";

  private final ChangeLog log;
  private final BiFunction<S, List<Change>, S> fold;
  private final S empty;
  private final ChangeWatch watch;
  private final PeriodicTask refreshing;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong readings = new AtomicLong();
  private volatile @Nullable Version<S> present;

  /** The version of the table that is in the state; used by the watch alone. */
  private String seen = UNKNOWN;

  /** Why the last reading failed; guarded by this. */
  private @Nullable RuntimeException lastFailure;

  /** A state, and the position of the last change in it. */
  private record Version<S>(long position, S state) {}

  /**
   * A catalogue that still has to be started.
   *
   * @param log the changes
   * @param empty the state before the first change
   * @param fold the state after further changes; pure
   * @param watch looks for changes that others made
   */
  public EventSourcedState(
      ChangeLog log, S empty, BiFunction<S, List<Change>, S> fold, ChangeWatch watch) {
    this.log = log;
    this.watch = watch;
    this.fold = fold;
    this.empty = empty;
    this.refreshing =
        new PeriodicTask(
            "catalogue-refresh",
            ChangeWatch.INTERVAL,
            this::refresh,
            failure ->
                LOG.warn("The catalogue cannot be refreshed; going on from memory", failure));
  }

  /**
   * The state as last read.
   *
   * @throws StoreUnavailableException where it could not be read even once
   */
  public S state() {
    Version<S> known = present;
    return known == null ? refresh() : known.state();
  }

  /**
   * The state with all changes that anyone made before this call.
   *
   * @throws StoreUnavailableException where ClickHouse does not answer
   */
  public S refresh() {
    long begunBefore = readings.get();
    synchronized (this) {
      // One that began while this call waited tells as much as one of its own, also where it
      // failed.
      if (readings.get() == begunBefore) {
        catchUp();
      } else if (lastFailure instanceof StoreUnavailableException unavailable) {
        throw new StoreUnavailableException(unavailable.failure(), unavailable);
      } else if (lastFailure != null) {
        throw new IllegalStateException("the catalogue cannot be read", lastFailure);
      }
      return known().state();
    }
  }

  /**
   * Makes a change, decided on the very state that it will change: where another comes in between,
   * it is decided anew.
   *
   * @param decide what to change, given the state; throws where the state does not allow it
   * @return the state with the change
   * @throws StoreUnavailableException where ClickHouse does not answer; the change may have been
   *     made or not
   */
  public S change(Function<S, Change.Draft> decide) {
    return changeAll(state -> List.of(decide.apply(state)));
  }

  /**
   * Makes some changes at once, all or none of them, likewise.
   *
   * @param decide what to change; at least one, and at most {@link ChangeLog#MOST_TOGETHER}
   * @return the state with the changes
   */
  public S changeAll(Function<S, List<Change.Draft>> decide) {
    // One after the other, as only one of them gets the next position; but nobody who only reads
    // waits for them.
    writing.lock();
    try {
      refresh();
      for (int attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
        Version<S> known = known();
        boolean taken = log.append(following(known.position(), decide.apply(known.state())));
        S next = refresh();
        if (taken) {
          return next;
        }
      }
    } finally {
      writing.unlock();
    }
    throw new IllegalStateException("no position could be taken in the log");
  }

  private static List<Change> following(long position, List<Change.Draft> drafts) {
    List<Change> changes = new ArrayList<>();
    drafts.forEach(draft -> changes.add(draft.at(position + 1 + changes.size())));
    return changes;
  }

  /** What keeps this from being read or changed, in sentences; empty where all is well. */
  public List<String> troubles() {
    return Stream.concat(
            refreshing.failure().map("The catalogue cannot be read: %s."::formatted).stream(),
            log.trouble().stream())
        .toList();
  }

  /** Reads what is new, few at a time but shown at once. */
  private void catchUp() {
    readings.incrementAndGet();
    try {
      Version<S> next = known();
      ChangeLog.Batch batch;
      do {
        batch = log.after(next.position());
        next = after(next, batch.changes());
      } while (!batch.isLast());
      present = next;
      lastFailure = null;
    } catch (RuntimeException failure) {
      lastFailure = failure;
      throw failure;
    }
  }

  private Version<S> after(Version<S> known, List<Change> changes) {
    return changes.isEmpty()
        ? known
        : new Version<>(changes.getLast().position(), fold.apply(known.state(), changes));
  }

  private Version<S> known() {
    Version<S> known = present;
    return known == null ? new Version<>(0, empty) : known;
  }

  @Override
  public String table() {
    return ChangeLog.TABLE;
  }

  @Override
  public void looked(Optional<ChangeWatch.Look> found) {
    String version = found.map(ChangeWatch.Look::version).orElse(UNKNOWN);
    if (version.equals(UNKNOWN) || !version.equals(seen)) {
      refreshing.once();
      seen = refreshing.failure().isPresent() ? UNKNOWN : version;
    }
  }

  @Override
  public void start() {
    refreshing.once();
    watch.add(this);
  }

  @Override
  public void stop() {
    watch.remove(this);
    refreshing.stop();
  }
}
