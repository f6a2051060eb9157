package io.journeystats.clickhouse;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker for an unavailable store. Detecting an outage takes a second, so one statement
 * detects it for all: further statements are refused immediately until one succeeds again. So a
 * request that waits for several statements waits no longer than the first of them.
 */
public final class StoreCircuitBreaker {
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  /** Longer than a failed attempt takes. */
  private static final long ATTEMPT_NANOS = Duration.ofSeconds(3).toNanos();

  private final Ticker ticker;
  private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

  /** The cause of an outage, and when the next attempt is allowed. */
  private record Outage(StoreUnavailableException cause, long nextAttempt) {}

  /** When a statement last succeeded. */
  private volatile long lastSuccess;

  /** Creates a closed circuit breaker. */
  public StoreCircuitBreaker(Ticker ticker) {
    this.ticker = ticker;
    this.lastSuccess = ticker.read();
  }

  /** Returns the start time of a statement, for {@link #note}. */
  public long begin() {
    return ticker.read();
  }

  /**
   * Lets a statement pass unless there is an outage.
   *
   * @throws StoreUnavailableException if the store was unavailable a moment ago
   */
  public void check() {
    Outage current = outage.get();
    if (current != null) {
      long now = ticker.read();
      boolean mayAttempt =
          now - current.nextAttempt() >= 0
              && outage.compareAndSet(current, new Outage(current.cause(), now + ATTEMPT_NANOS));
      if (!mayAttempt) {
        throw new StoreUnavailableException(current.cause().failure(), current.cause());
      }
    }
  }

  /** Returns whether there is an outage. */
  public boolean isKnown() {
    return outage.get() != null;
  }

  /** Records that a statement succeeded. */
  public void end() {
    lastSuccess = ticker.read();
    if (outage.get() != null) {
      outage.set(null);
    }
  }

  /**
   * Records that a statement failed. A failure for any other reason shows that the store is
   * available. Failures of statements that were refused here, or that started before the latest
   * success, are ignored: the latter may have met the end of an outage.
   *
   * @param begun when it started
   */
  public void note(StoreUnavailableException failure, long begun) {
    if (begun - lastSuccess < 0) {
      return;
    }
    Outage current = outage.get();
    if (current != null && Throwables.getCausalChain(failure).contains(current.cause())) {
      return;
    }
    outage.set(isOutage(failure) ? new Outage(failure, ticker.read() + PAUSE_NANOS) : null);
  }

  /** Returns whether a failure means that the store is unavailable for every statement. */
  public static boolean isOutage(StoreUnavailableException failure) {
    return failure.failure() == StoreFailure.UNREACHABLE
        || failure.failure() == StoreFailure.REFUSED;
  }
}
