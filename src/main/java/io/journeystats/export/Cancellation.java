package io.journeystats.export;

import io.journeystats.cache.QueryCaller;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to end a job's work from another thread: whatever the work waits for registers how to end
 * it.
 */
final class Cancellation {
  private final List<Runnable> ends = new ArrayList<>();
  private boolean cancelled;

  /**
   * Registers how to end something that begins now.
   *
   * @param end is run once at most, at once where it was cancelled before; must be quick
   * @return to be closed when it has ended by itself
   */
  QueryCaller.Attendance onCancel(Runnable end) {
    boolean late;
    synchronized (this) {
      late = cancelled;
      ends.add(end);
    }
    if (late) {
      end.run();
    }
    return () -> forget(end);
  }

  private synchronized void forget(Runnable end) {
    ends.remove(end);
  }

  /** Ends whatever is registered, and whatever will be. */
  void cancel() {
    List<Runnable> all;
    synchronized (this) {
      cancelled = true;
      all = List.copyOf(ends);
    }
    all.forEach(Runnable::run);
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }
}
