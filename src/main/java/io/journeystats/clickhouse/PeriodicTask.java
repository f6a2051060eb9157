package io.journeystats.clickhouse;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs periodically on a thread of its own, even after failures. Of consecutive
 * failures only the first is reported; reporting all of them every few seconds would be noise.
 */
public final class PeriodicTask implements Managed {
  private final Duration pause;
  private final Runnable work;
  private final Consumer<Throwable> onFailure;
  private final ScheduledExecutorService timer;
  private volatile @Nullable Throwable failure;

  /**
   * Creates a task that must be started.
   *
   * @param name the thread's name
   * @param pause the time between two runs
   * @param work the work of each run
   * @param onFailure called with a failure that follows a success
   */
  public PeriodicTask(String name, Duration pause, Runnable work, Consumer<Throwable> onFailure) {
    this.pause = pause;
    this.work = work;
    this.onFailure = onFailure;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /** Starts the task after a pause. */
  @Override
  public void start() {
    start(pause);
  }

  /** Starts the task after an initial delay. */
  public void start(Duration delay) {
    var _ =
        timer.scheduleWithFixedDelay(
            this::once, delay.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs once in the calling thread; failures are handled like those of other runs. */
  public void once() {
    try {
      work.run();
      failure = null;
    } catch (Throwable thrown) {
      // Must not throw: the timer would silently stop.
      boolean isFirst = failure == null;
      failure = thrown;
      if (isFirst) {
        onFailure.accept(thrown);
      }
    }
  }

  /** Returns why the last run failed; empty if it succeeded. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Stops the task and waits for the current run. */
  @Override
  public void stop() {
    timer.close();
  }
}
