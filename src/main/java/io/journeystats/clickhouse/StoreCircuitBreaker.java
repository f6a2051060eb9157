package io.journeystats.clickhouse;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The time in which the store is known to be away. As it takes a second to find that out, one
 * question finds it out for all: the others are refused at once, until one is answered again. So a
 * request that waits for others, each of which finds it out, waits no longer than the first of
 * them.
 */
public final class StoreCircuitBreaker {
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  /** Longer than it takes to fail. */
  private static final long ATTEMPT = Duration.ofSeconds(3).toNanos();

  private final Ticker ticker;
  private final AtomicReference<@Nullable Away> away = new AtomicReference<>();

  /** Why the store is away, and when somebody may try again. */
  private record Away(StoreUnavailableException cause, long nextAttempt) {}

  /** When a question was answered last. */
  private volatile long answered;

  /** An outage that has not begun, by that ticker. */
  public StoreCircuitBreaker(Ticker ticker) {
    this.ticker = ticker;
    this.answered = ticker.read();
  }

  /** When a question that begins now begins, for {@link #note}. */
  public long begin() {
    return ticker.read();
  }

  /**
   * Lets a question through, if it makes sense to ask it.
   *
   * @throws StoreUnavailableException where it was found out a moment ago that the store is away
   */
  public void check() {
    Away present = away.get();
    if (present != null) {
      long now = ticker.read();
      boolean mayTry =
          now - present.nextAttempt() >= 0
              && away.compareAndSet(present, new Away(present.cause(), now + ATTEMPT));
      if (!mayTry) {
        throw new StoreUnavailableException(present.cause().failure(), present.cause());
      }
    }
  }

  /** Tells whether the store is known to be away. */
  public boolean isKnown() {
    return away.get() != null;
  }

  /** Notes that a question was answered. */
  public void end() {
    answered = ticker.read();
    if (away.get() != null) {
      away.set(null);
    }
  }

  /**
   * Notes that a question failed; whatever else it was, the store was there. One that was refused
   * here tells nothing new, nor does one that began before another was answered: it may have met
   * the end of an outage.
   *
   * @param begun when it began
   */
  public void note(StoreUnavailableException failure, long begun) {
    if (begun - answered < 0) {
      return;
    }
    Away present = away.get();
    if (present != null && Throwables.getCausalChain(failure).contains(present.cause())) {
      return;
    }
    away.set(isOutage(failure) ? new Away(failure, ticker.read() + PAUSE) : null);
  }

  /** Tells whether a failure is the store's absence, which has nothing to do with the question. */
  public static boolean isOutage(StoreUnavailableException failure) {
    return failure.failure() == StoreFailure.UNREACHABLE
        || failure.failure() == StoreFailure.REFUSED;
  }
}
