package io.journeystats.limit;

import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A scheduler for CPU-bound work, such as parsing large bodies. While several tenants use the
 * service, each has a limited number of turns at the same time, so that processors remain free for
 * the others; further work of the tenant waits in order. A tenant that uses the service alone has
 * no limit.
 */
public final class ProcessorTurns {
  /** How long after its latest request a tenant counts as using the service. */
  private static final long IN_USE_NANOS = Duration.ofMinutes(1).toNanos();

  private final TenantLimiter.Bound ofTenant;
  private final Duration longestWait;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Lane> lanes = new HashMap<>();

  /** The latest request, and when another tenant sent one. */
  private Use latest;

  private record Use(String holder, long at, long otherAt) {}

  /** The turns of a holder. */
  private static final class Lane {
    private final Condition changed;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private int running;

    Lane(Condition changed) {
      this.changed = changed;
    }
  }

  /**
   * Creates the scheduler.
   *
   * @param ofTenant the maximum number of turns per tenant while others use the service
   * @param longestWait how long a request waits for its turn
   * @param nanoTime the clock, such as {@link System#nanoTime}
   */
  public ProcessorTurns(TenantLimiter.Bound ofTenant, Duration longestWait, LongSupplier nanoTime) {
    this.ofTenant = ofTenant;
    this.longestWait = longestWait;
    this.nanoTime = nanoTime;
    long now = nanoTime.getAsLong();
    this.latest = new Use("", now - IN_USE_NANOS, now - IN_USE_NANOS);
  }

  /** Creates a scheduler that never waits. */
  public static ProcessorTurns unlimited() {
    return new ProcessorTurns(
        new TenantLimiter.Bound("", Long.MAX_VALUE), Duration.ZERO, System::nanoTime);
  }

  /** A turn, which must be closed. */
  @FunctionalInterface
  public interface Turn extends Closeable {
    /** A turn that needs no scheduling. */
    Turn NONE = () -> {};

    @Override
    void close();
  }

  /** Records that a tenant uses the service. */
  public void recordUse(String tenant) {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      latest =
          latest.holder().equals(tenant)
              ? new Use(tenant, now, latest.otherAt())
              : new Use(tenant, now, latest.at());
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether other tenants use the service, too. */
  boolean isShared(String holder) {
    lock.lock();
    try {
      long other = latest.holder().equals(holder) ? latest.otherAt() : latest.at();
      return nanoTime.getAsLong() - other < IN_USE_NANOS;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a turn.
   *
   * @param holder the tenant's id, or a client network
   * @throws TryAgainException if the wait takes too long
   */
  public Turn take(String holder) {
    return take(holder, longestWait);
  }

  /** Waits for a turn with a different maximum wait. */
  public Turn take(String holder, Duration patience) {
    Object ticket = new Object();
    lock.lock();
    try {
      Lane lane = lanes.computeIfAbsent(holder, _ -> new Lane(lock.newCondition()));
      lane.waiting.add(ticket);
      try {
        await(holder, lane, ticket, patience.toNanos());
        lane.running++;
      } finally {
        lane.waiting.remove(ticket);
        // The next request may be able to run, or the last one has given up.
        update(holder, lane);
      }
      return new Held(holder, lane);
    } finally {
      lock.unlock();
    }
  }

  private void await(String holder, Lane lane, Object ticket, long patience) {
    long left = patience;
    while (!ticket.equals(lane.waiting.peek())
        || (lane.running >= ofTenant.amount() && isShared(holder))) {
      if (left <= 0) {
        throw refusal();
      }
      try {
        left = lane.changed.awaitNanos(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw refusal();
      }
    }
  }

  private void update(String holder, Lane lane) {
    lane.changed.signalAll();
    if (lane.running == 0 && lane.waiting.isEmpty()) {
      lanes.remove(holder);
    }
  }

  /** Returns the number of waiting requests of a holder. */
  int waiting(String holder) {
    lock.lock();
    try {
      Lane lane = lanes.get(holder);
      return lane == null ? 0 : lane.waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private TryAgainException refusal() {
    return TryAgainException.ofCaller(
        ("Too many large requests at the same time; while several tenants use the service,"
                + " %s allows %d.")
            .formatted(ofTenant.name(), ofTenant.amount()),
        RateLimit.atOnce(ofTenant.name(), ofTenant.amount(), RateLimit.Unit.CONCURRENT_REQUESTS));
  }

  private final class Held implements Turn {
    private final String holder;
    private final Lane lane;
    private boolean closed;

    Held(String holder, Lane lane) {
      this.holder = holder;
      this.lane = lane;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (!closed) {
          closed = true;
          lane.running--;
          update(holder, lane);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
