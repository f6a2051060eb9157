package io.journeystats.clickhouse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again on a thread of its own, whatever becomes of it. Where it fails
 * time after time, only the first failure is told of: every few seconds it would be noise.
 */
public final class PeriodicTask {
  private final Duration pause;
  private final Runnable work;
  private final Consumer<Throwable> outage;
  private final ScheduledExecutorService timer;
  private volatile @Nullable Throwable failure;

  /**
   * A repetition that still has to be started.
   *
   * @param name that of the thread
   * @param pause from the end of one time to the next
   * @param work what is done
   * @param outage is told of a failure that comes after a success
   */
  public PeriodicTask(String name, Duration pause, Runnable work, Consumer<Throwable> outage) {
    this.pause = pause;
    this.work = work;
    this.outage = outage;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /** Begins, the first time after so long. */
  public void start(Duration delay) {
    var _ =
        timer.scheduleWithFixedDelay(
            this::once, delay.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Does the work this once, on the thread that asks; a failure is noted like any other. */
  public void once() {
    try {
      work.run();
      failure = null;
    } catch (Throwable thrown) {
      // Nothing may come out of here: the timer would end for good, and say nothing.
      boolean isFirst = failure == null;
      failure = thrown;
      if (isFirst) {
        outage.accept(thrown);
      }
    }
  }

  /** Why the work failed the last time; empty where it did not. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Ends; when this returns, what was being done is done. */
  public void stop() {
    timer.close();
  }
}
