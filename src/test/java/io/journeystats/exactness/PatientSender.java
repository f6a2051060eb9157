package io.journeystats.exactness;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A client that sends a request again, as late as it is told to, until it is accepted, and that
 * takes no failure but those that promise something from sending again.
 */
final class PatientSender {
  private static final int ATTEMPTS = 40;
  private static final Duration PAUSE_AFTER_BROKEN_CONNECTION = Duration.ofSeconds(1);

  private final Semaphore acceptances = new Semaphore(0);
  private final Semaphore refusals = new Semaphore(0);
  private final AtomicInteger refused = new AtomicInteger();
  private final int attempts;

  /** One that gives up after most of a minute. */
  PatientSender() {
    this(ATTEMPTS);
  }

  /** One that gives up after so many attempts, with a second or more between them. */
  PatientSender(int attempts) {
    this.attempts = attempts;
  }

  /** Sends until the answer is a good one. */
  Answer send(Supplier<Answer> request) {
    for (int attempt = 1; attempt <= attempts; attempt++) {
      Duration pause = PAUSE_AFTER_BROKEN_CONNECTION;
      try {
        Answer answer = request.get();
        if (answer.status() / 100 == 2) {
          acceptances.release();
          return answer;
        }
        pause = Problems.unavailable(answer);
        refused.incrementAndGet();
        refusals.release();
      } catch (UncheckedIOException e) {
        refusals.release();
      }
      await(pause);
    }
    throw new AssertionError("the service did not recover");
  }

  /** How many requests were answered with 503. */
  int refused() {
    return refused.get();
  }

  /** Waits for so many more accepted requests. */
  void awaitAcceptances(int number) {
    await(acceptances, number);
  }

  /** Waits for one more request to fail. */
  void awaitRefusal() {
    await(refusals, 1);
  }

  private static void await(Semaphore semaphore, int number) {
    semaphore.drainPermits();
    try {
      if (!semaphore.tryAcquire(number, 1, TimeUnit.MINUTES)) {
        throw new AssertionError("nothing came for a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void await(Duration pause) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS))
        .join();
  }
}
