package io.journeystats.limit;

import io.journeystats.http.RateLimit;
import io.journeystats.http.RequestMemory;
import io.journeystats.http.TryAgainException;
import java.io.Closeable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A limiter for a shared resource, such as memory or turns, with a maximum per holder (a tenant or
 * a client network). A request that exceeds a limit waits and is eventually refused: with 429 at
 * its holder's limit, with 503 at the limit of the service.
 *
 * <p>The oldest permit may always take more, and within the total so may the oldest of each holder.
 * So permits that wait for more never wait for each other.
 */
public final class TenantLimiter {
  private final Bounds bounds;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();

  /** The permits that hold or wait for something, oldest first. */
  private final SequencedSet<Permit> permits = new LinkedHashSet<>();

  private long taken;

  /** Creates a limiter. */
  public TenantLimiter(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Creates a limiter without limits, for tasks that run alone. */
  public static TenantLimiter unlimited() {
    Bound none = new Bound("", Long.MAX_VALUE);
    return new TenantLimiter(Bounds.ofTenants("", RateLimit.Unit.BYTES, none, none, Duration.ZERO));
  }

  /**
   * The bounds of a limiter.
   *
   * @param problem the start of the refusal's sentence, which describes what is exhausted
   * @param holderSuffix the end of the sentence at a holder's limit, such as "with this tenant's
   *     keys"
   * @param unit the unit of the bounds
   * @param all the total
   * @param ofOne the maximum per holder
   * @param longestWait how long a request waits each time it takes more
   */
  public record Bounds(
      String problem,
      String holderSuffix,
      RateLimit.Unit unit,
      Bound all,
      Bound ofOne,
      Duration longestWait) {

    /** Creates bounds for a resource that tenants share. */
    public static Bounds ofTenants(
        String problem, RateLimit.Unit unit, Bound all, Bound ofOne, Duration longestWait) {
      return new Bounds(problem, "with this tenant's keys", unit, all, ofOne, longestWait);
    }

    private TryAgainException refusal(boolean atHolderLimit) {
      return atHolderLimit
          ? TryAgainException.ofCaller(
              "%s %s; %s allows %d.".formatted(problem, holderSuffix, ofOne.name(), ofOne.amount()),
              RateLimit.atOnce(ofOne.name(), ofOne.amount(), unit))
          : TryAgainException.ofService(
              "%s; %s allows %d.".formatted(problem, all.name(), all.amount()),
              RateLimit.atOnce(all.name(), all.amount(), unit));
    }
  }

  /**
   * A bound.
   *
   * @param name its name in the configuration
   * @param amount the maximum
   */
  public record Bound(String name, long amount) {}

  /**
   * Creates an empty permit, which must be closed.
   *
   * @param holder the tenant's id, or a client network
   */
  public Permit permit(String holder) {
    return new Permit(holder);
  }

  /** Returns the amount in use. */
  public long taken() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** The amount that one request holds. */
  public final class Permit implements RequestMemory, Closeable {
    private final String holder;
    private long held;
    private boolean first;
    private boolean closed;

    private Permit(String holder) {
      this.holder = holder;
    }

    /** Moves this permit before the others of its holder. */
    void prioritize() {
      lock.lock();
      try {
        first = true;
        released.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void take(long more) {
      lock.lock();
      try {
        if (closed) {
          // The request ended while it was still processed: nothing would release this.
          return;
        }
        permits.add(this);
        await(more);
        held += more;
        taken += more;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw bounds.refusal(false);
      } finally {
        lock.unlock();
      }
    }

    private void await(long more) throws InterruptedException {
      long left = bounds.longestWait().toNanos();
      while (exceedsHolderLimit(more) || exceedsTotal(more)) {
        if (left <= 0) {
          throw bounds.refusal(exceedsHolderLimit(more));
        }
        left = released.awaitNanos(left);
      }
    }

    private boolean exceedsTotal(long more) {
      return taken + more > bounds.all().amount() && permits.getFirst() != this;
    }

    private boolean exceedsHolderLimit(long more) {
      if (first) {
        return false;
      }
      long holders = 0;
      boolean isFirst = true;
      for (Permit permit : permits) {
        if (permit == this && isFirst) {
          return false;
        }
        if (permit.holder.equals(holder)) {
          isFirst = false;
          holders += permit.held;
        }
      }
      return holders + more > bounds.ofOne().amount();
    }

    /** Releases the whole amount. */
    @Override
    public void close() {
      lock.lock();
      try {
        closed = true;
        taken -= held;
        held = 0;
        permits.remove(this);
        released.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
