package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PeriodicTaskTest {
  private static final Duration NO_TIME = Duration.ofNanos(1);

  private final List<Throwable> outages = new CopyOnWriteArrayList<>();
  private final SynchronousQueue<Runnable> next = new SynchronousQueue<>();
  private final PeriodicTask repetition =
      new PeriodicTask("test", NO_TIME, this::work, outages::add);

  private void work() {
    Runnable some;
    try {
      some = next.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    some.run();
  }

  private static void works() {}

  private static void fails() {
    throw new IllegalStateException("no store");
  }

  private static void breaks() {
    throw new StackOverflowError();
  }

  @Test
  void continuesAfterFailuresAndReportsEachOutageOnce() throws InterruptedException {
    repetition.start(Duration.ZERO);
    next.put(PeriodicTaskTest::works);
    next.put(PeriodicTaskTest::fails);
    next.put(PeriodicTaskTest::breaks);
    next.put(PeriodicTaskTest::fails);
    next.put(PeriodicTaskTest::works);
    next.put(PeriodicTaskTest::breaks);
    next.put(PeriodicTaskTest::fails);
    stop();

    assertThat(outages).hasSize(2);
    assertThat(outages.get(0)).isInstanceOf(IllegalStateException.class);
    assertThat(outages.get(1)).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void stopsAfterTheCurrentRun() throws InterruptedException {
    Semaphore begun = new Semaphore(0);
    Semaphore mayEnd = new Semaphore(0);
    repetition.start(Duration.ZERO);
    next.put(() -> {
      begun.release();
      mayEnd.acquireUninterruptibly();
    });
    begun.acquire();
    Thread stopping = Thread.ofPlatform().start(repetition::stop);
    Waiting.until(() -> !stopping.isAlive() || stopping.getState() == Thread.State.TIMED_WAITING);
    mayEnd.release();
    stopping.join();

    assertThat(next.offer(PeriodicTaskTest::works)).as("taken by one more time").isFalse();
    assertThat(outages).isEmpty();
  }

  @Test
  void aFailureBeforeTheStartBelongsToTheSameOutage() throws InterruptedException {
    Thread asking = Thread.ofPlatform().start(repetition::once);
    next.put(PeriodicTaskTest::fails);
    asking.join();
    repetition.start(Duration.ZERO);
    next.put(PeriodicTaskTest::fails);
    stop();

    assertThat(outages).hasSize(1);
  }

  /** The task may or may not be waiting for work. */
  private void stop() {
    Thread stopping = Thread.ofPlatform().start(repetition::stop);
    while (stopping.isAlive()) {
      next.offer(PeriodicTaskTest::works);
    }
  }
}
