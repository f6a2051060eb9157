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
 * A limit on something that requests share, such as memory or turns, of which each holder (a
 * tenant, or an address) can have only a part. A request for more than is free waits, and is
 * refused in the end: with 429 where its holder has too much, with 503 where all have.
 *
 * <p>The permit that took something first may always take more, and within the whole so may the
 * first one of each holder. So permits that hold something and wait for more never wait for each
 * other.
 */
public final class TenantLimiter {
  private final Bounds bounds;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();

  /** Those that hold something, or wait for it, by their age. */
  private final SequencedSet<Permit> permits = new LinkedHashSet<>();

  private long taken;

  /** Makes a limit. */
  public TenantLimiter(Bounds bounds) {
    this.bounds = bounds;
  }

  /** A limit that refuses nothing, for what runs alone. */
  public static TenantLimiter unlimited() {
    Bound none = new Bound("", Long.MAX_VALUE);
    return new TenantLimiter(Bounds.ofTenants("", RateLimit.Unit.BYTES, none, none, Duration.ZERO));
  }

  /**
   * How much there is.
   *
   * @param problem what is the matter where it does not suffice: the beginning of a sentence
   * @param ofWhom whose share is used up then: its end, such as "with this tenant's keys"
   * @param unit what is counted
   * @param all for all together
   * @param ofOne for one holder
   * @param longestWait how long a request may wait each time it wants more
   */
  public record Bounds(
      String problem,
      String ofWhom,
      RateLimit.Unit unit,
      Bound all,
      Bound ofOne,
      Duration longestWait) {

    /** The bounds of what tenants share. */
    public static Bounds ofTenants(
        String problem, RateLimit.Unit unit, Bound all, Bound ofOne, Duration longestWait) {
      return new Bounds(problem, "with this tenant's keys", unit, all, ofOne, longestWait);
    }

    private TryAgainException refusal(boolean isOfHolder) {
      return isOfHolder
          ? TryAgainException.ofCaller(
              "%s %s; %s allows %d.".formatted(problem, ofWhom, ofOne.name(), ofOne.amount()),
              RateLimit.atOnce(ofOne.name(), ofOne.amount(), unit))
          : TryAgainException.ofAll(
              "%s; %s allows %d.".formatted(problem, all.name(), all.amount()),
              RateLimit.atOnce(all.name(), all.amount(), unit));
    }
  }

  /**
   * A bound.
   *
   * @param name as the configuration has it
   * @param amount how much is allowed
   */
  public record Bound(String name, long amount) {}

  /**
   * A permit that holds nothing yet; to be closed at the end.
   *
   * @param holder the tenant's id, or an address
   */
  public Permit permit(String holder) {
    return new Permit(holder);
  }

  /** How much is taken right now. */
  public long taken() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** What one request holds. */
  public final class Permit implements RequestMemory, Closeable {
    private final String holder;
    private long held;
    private boolean first;
    private boolean closed;

    private Permit(String holder) {
      this.holder = holder;
    }

    /** From now on it counts as the first one of its holder. */
    void goFirst() {
      lock.lock();
      try {
        first = true;
        freed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void take(long more) {
      lock.lock();
      try {
        if (closed) {
          // The request has ended while it was still worked on: nobody would give this back.
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
      while (exceedsHolders(more) || exceedsAll(more)) {
        if (left <= 0) {
          throw bounds.refusal(exceedsHolders(more));
        }
        left = freed.awaitNanos(left);
      }
    }

    private boolean exceedsAll(long more) {
      return taken + more > bounds.all().amount() && permits.getFirst() != this;
    }

    private boolean exceedsHolders(long more) {
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

    /** Gives back all of it. */
    @Override
    public void close() {
      lock.lock();
      try {
        closed = true;
        taken -= held;
        held = 0;
        permits.remove(this);
        freed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
