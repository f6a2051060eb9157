package io.journeystats.stats;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** One making of an answer, for all who wait for it; it ends when the last of them has gone. */
final class Run {
  private final StatsQuery<?> query;
  private final Dependence dependence;
  private final CompletableFuture<Remembered> result = new CompletableFuture<>();
  private @Nullable FutureTask<?> task;
  private int waiting = 1;
  private boolean abandoned;
  private volatile boolean changed;
  private volatile @Nullable Long begun;

  /** A run that one asker waits for. */
  Run(StatsQuery<?> query) {
    this.query = query;
    this.dependence = Dependence.of(query);
  }

  StatsQuery<?> query() {
    return query;
  }

  Dependence dependence() {
    return dependence;
  }

  /** Gives it its work; whoever made it calls this once. */
  void start(FutureTask<?> work) {
    synchronized (this) {
      task = work;
    }
  }

  /** Notes when it turned to the store. */
  void begin(long now) {
    begun = now;
  }

  /** Notes that events came since, which the answer may lack. */
  void change() {
    changed = true;
  }

  boolean isChanged() {
    return changed;
  }

  /**
   * Adds one who waits.
   *
   * @param lifetime how old an answer may be
   * @return false where what comes of it would be too old, or nothing comes of it
   */
  synchronized boolean join(long now, Duration lifetime) {
    Long beginning = begun;
    boolean tooOld = beginning != null && now - beginning >= lifetime.toNanos();
    if (abandoned || tooOld) {
      return false;
    }
    waiting++;
    return true;
  }

  /**
   * Takes one away.
   *
   * @return whether it was the last one, who ended the run
   */
  synchronized boolean leave() {
    waiting--;
    if (waiting == 0 && !result.isDone()) {
      abandoned = true;
      if (task != null) {
        task.cancel(true);
      }
    }
    return abandoned;
  }

  synchronized boolean isAbandoned() {
    return abandoned;
  }

  void complete(Remembered made) {
    result.complete(made);
  }

  void fail(Throwable failure) {
    result.completeExceptionally(failure);
  }

  /**
   * Waits for the answer, without leaving.
   *
   * @throws AskerGoneException where the asker went away meanwhile
   */
  Remembered await(Asker asker) {
    CompletableFuture<Remembered> own = result.copy();
    try (Asker.Attendance _ =
        asker.attend(() -> own.completeExceptionally(new AskerGoneException()))) {
      return own.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
