package io.journeystats.sql;

import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.clickhouse.StoreUnavailableException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two pieces of work done at the same time: short statements wait for the way there and back most
 * of their time.
 */
final class Parallel {
  private Parallel() {}

  /** Returns when both are done; where one fails, or nobody waits any more, neither goes on. */
  static void run(Runnable one, Runnable other) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> others = executor.submit(other);
      try {
        one.run();
        others.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreUnavailableException(StoreFailure.CANCELLED, e);
      } finally {
        others.cancel(true);
      }
    }
  }
}
