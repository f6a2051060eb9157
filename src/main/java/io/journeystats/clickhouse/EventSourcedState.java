package io.journeystats.clickhouse;

import io.dropwizard.lifecycle.Managed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A state computed from a {@link ChangeLog} and kept in memory. Reads need no database; the state
 * is refreshed in the background and after every change made here.
 *
 * @param <S> the type of the state; immutable
 */
public final class EventSourcedState<S> implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(EventSourcedState.class);
  private static final int MAXIMUM_ATTEMPTS = 1000;

  private final ChangeLog log;
  private final BiFunction<S, List<Change>, S> fold;
  private final S empty;
  private final RefreshOnChange refreshing;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong reads = new AtomicLong();
  private volatile @Nullable Version<S> current;

  /** Why the last read failed; guarded by this. */
  private @Nullable RuntimeException lastFailure;

  /** A state with the position of its last change. */
  private record Version<S>(long position, S state) {}

  /**
   * Creates a state that must be started.
   *
   * @param log the change log
   * @param empty the initial state
   * @param fold applies changes to a state; a pure function
   * @param watch detects changes by other instances
   */
  public EventSourcedState(
      ChangeLog log, S empty, BiFunction<S, List<Change>, S> fold, ChangeWatch watch) {
    this.log = log;
    this.fold = fold;
    this.empty = empty;
    this.refreshing =
        new RefreshOnChange(
            "catalogue-refresh",
            ChangeLog.TABLE,
            watch,
            this::refresh,
            failure ->
                LOG.warn("Cannot refresh the state; continuing with that in memory", failure));
  }

  /**
   * Returns the state as last read.
   *
   * @throws StoreUnavailableException if it could not be read even once
   */
  public S state() {
    Version<S> latest = current;
    return latest == null ? refresh() : latest.state();
  }

  /**
   * Returns the state with all changes made before this call, by any instance.
   *
   * @throws StoreUnavailableException if ClickHouse does not respond
   */
  public S refresh() {
    long begunBefore = reads.get();
    synchronized (this) {
      // A read that started while this call waited is as recent as one of its own, even if it
      // failed.
      if (reads.get() == begunBefore) {
        catchUp();
      } else if (lastFailure instanceof StoreUnavailableException unavailable) {
        throw new StoreUnavailableException(unavailable.failure(), unavailable);
      } else if (lastFailure != null) {
        throw new IllegalStateException("the change log cannot be read", lastFailure);
      }
      return latest().state();
    }
  }

  /**
   * Makes a change. The decision is based on the exact state that it changes; if another change
   * comes first, the decision is made again.
   *
   * @param decide returns the change for a state; throws if the state does not allow it
   * @return the state with the change
   * @throws StoreUnavailableException if ClickHouse does not respond; the change may have been made
   */
  public S change(Function<S, Change.Draft> decide) {
    return changeAll(state -> List.of(decide.apply(state)));
  }

  /**
   * Makes several changes atomically, like {@link #change}.
   *
   * @param decide returns the changes for a state: at least one, and at most {@link
   *     ChangeLog#MOST_TOGETHER}
   * @return the state with the changes
   */
  public S changeAll(Function<S, List<Change.Draft>> decide) {
    // Changes are serialized, since only one of them can get the next position; reads do not wait.
    writing.lock();
    try {
      refresh();
      for (int attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
        Version<S> latest = latest();
        boolean appended = log.append(following(latest.position(), decide.apply(latest.state())));
        S next = refresh();
        if (appended) {
          return next;
        }
      }
    } finally {
      writing.unlock();
    }
    throw new IllegalStateException("every position in the log was taken by another writer");
  }

  private static List<Change> following(long position, List<Change.Draft> drafts) {
    List<Change> changes = new ArrayList<>();
    drafts.forEach(draft -> changes.add(draft.at(position + 1 + changes.size())));
    return changes;
  }

  /** Returns the problems that prevent reads or changes, as sentences; empty if there are none. */
  public List<String> troubles() {
    return Stream.concat(
            refreshing.failure().map("The change log cannot be read: %s."::formatted).stream(),
            log.trouble().stream())
        .toList();
  }

  /** Reads new changes in batches, each of which becomes visible at once. */
  private void catchUp() {
    reads.incrementAndGet();
    try {
      Version<S> next = latest();
      ChangeLog.Batch batch;
      do {
        batch = log.after(next.position());
        next = after(next, batch.changes());
      } while (!batch.isLast());
      current = next;
      lastFailure = null;
    } catch (RuntimeException failure) {
      lastFailure = failure;
      throw failure;
    }
  }

  private Version<S> after(Version<S> latest, List<Change> changes) {
    return changes.isEmpty()
        ? latest
        : new Version<>(changes.getLast().position(), fold.apply(latest.state(), changes));
  }

  private Version<S> latest() {
    Version<S> latest = current;
    return latest == null ? new Version<>(0, empty) : latest;
  }

  /** Returns the table of the change log. */
  public String table() {
    return ChangeLog.TABLE;
  }

  @Override
  public void start() {
    refreshing.start();
  }

  @Override
  public void stop() {
    refreshing.stop();
  }
}
