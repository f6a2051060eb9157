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
 * Turns for work that keeps a processor busy, such as reading large bodies. While several tenants
 * use the service, each has only so many turns at once that the others find processors free; its
 * further work waits, first come, first served. A tenant that is alone waits for nobody.
 */
public final class ProcessorTurns {
  /** A tenant uses the service for that long after its last request. */
  private static final long IN_USE = Duration.ofMinutes(1).toNanos();

  private final TenantLimiter.Bound ofTenant;
  private final Duration longestWait;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Lane> lanes = new HashMap<>();

  /** Who asked last, and when; and when somebody else did. */
  private Seen latest;

  private record Seen(String holder, long at, long otherAt) {}

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
   * Makes turns.
   *
   * @param ofTenant how many a tenant has at once while others use the service
   * @param longestWait how long a request waits for its turn
   * @param nanoTime tells how long ago a tenant asked for something
   */
  public ProcessorTurns(TenantLimiter.Bound ofTenant, Duration longestWait, LongSupplier nanoTime) {
    this.ofTenant = ofTenant;
    this.longestWait = longestWait;
    this.nanoTime = nanoTime;
    long now = nanoTime.getAsLong();
    this.latest = new Seen("", now - IN_USE, now - IN_USE);
  }

  /** Turns that nobody waits for. */
  public static ProcessorTurns unlimited() {
    return new ProcessorTurns(
        new TenantLimiter.Bound("", Long.MAX_VALUE), Duration.ZERO, System::nanoTime);
  }

  /** A turn, to be given back. */
  @FunctionalInterface
  public interface Turn extends Closeable {
    /** Waited for nothing. */
    Turn NONE = () -> {};

    @Override
    void close();
  }

  /** Notes that a tenant uses the service. */
  public void note(String tenant) {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      latest =
          latest.holder().equals(tenant)
              ? new Seen(tenant, now, latest.otherAt())
              : new Seen(tenant, now, latest.at());
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether other tenants than this one use the service as well. */
  boolean isShared(String holder) {
    lock.lock();
    try {
      long other = latest.holder().equals(holder) ? latest.otherAt() : latest.at();
      return nanoTime.getAsLong() - other < IN_USE;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a turn.
   *
   * @param holder the tenant's id, or an address
   * @throws TryAgainException where that took too long
   */
  public Turn take(String holder) {
    return take(holder, longestWait);
  }

  /** The same with another patience. */
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
        // The next one may go as well, or can no longer come first in vain.
        settle(holder, lane);
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

  private void settle(String holder, Lane lane) {
    lane.changed.signalAll();
    if (lane.running == 0 && lane.waiting.isEmpty()) {
      lanes.remove(holder);
    }
  }

  /** How many requests of a holder wait. */
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
        ("Too much large work is asked for at the same time; while several tenants use the"
                + " service, %s allows %d.")
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
          settle(holder, lane);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
