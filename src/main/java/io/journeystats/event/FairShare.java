package io.journeystats.event;

import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.TenantId;
import java.io.Closeable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Something of which there is only so much (memory, turns), shared by requests so that no tenant
 * has all of it. Who wants more than there is waits, and is sent away in the end.
 *
 * <p>Whoever came first of all may always go on, and so may, within the whole, whoever came first
 * of a tenant. So those who hold a part and wait for more never wait for each other.
 */
public final class FairShare {
  private final String what;
  private final Limits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();

  /** By their age. */
  private final SequencedSet<Part> parts = new LinkedHashSet<>();

  /**
   * Makes something to share.
   *
   * @param what what is the matter where it does not suffice: a sentence without its end
   * @param limits how much there is
   */
  public FairShare(String what, Limits limits) {
    this.what = what;
    this.limits = limits;
  }

  /** Begins a tenant's part with nothing; to be given back at the end. */
  public Part part(TenantId tenant) {
    lock.lock();
    try {
      Part part = new Part(tenant);
      parts.add(part);
      return part;
    } finally {
      lock.unlock();
    }
  }

  /** How much is taken right now. */
  public long taken() {
    lock.lock();
    try {
      return parts.stream().mapToLong(part -> part.taken).sum();
    } finally {
      lock.unlock();
    }
  }

  /** What one request has of it. */
  public final class Part implements Closeable {
    private final TenantId tenant;
    private long taken;

    private Part(TenantId tenant) {
      this.tenant = tenant;
    }

    /**
     * Takes more, as soon as it may.
     *
     * @throws TryAgainException where that took too long
     */
    public void take(long more) {
      lock.lock();
      try {
        await(more);
        taken += more;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw TryAgainException.allAskTooMuch(what + ".");
      } finally {
        lock.unlock();
      }
    }

    private void await(long more) throws InterruptedException {
      long left = limits.longestWait().toNanos();
      while (exceedsTenants(more) || exceedsAll(more)) {
        if (left <= 0) {
          throw exceedsTenants(more)
              ? TryAgainException.tenantAsksTooMuch(what + " with this tenant's keys.")
              : TryAgainException.allAskTooMuch(what + ".");
        }
        left = freed.awaitNanos(left);
      }
    }

    private boolean exceedsAll(long more) {
      return taken() + more > limits.all() && parts.getFirst() != this;
    }

    private boolean exceedsTenants(long more) {
      long tenants = 0;
      boolean first = true;
      for (Part part : parts) {
        if (part == this && first) {
          return false;
        }
        if (part.tenant.equals(tenant)) {
          first = false;
          tenants += part.taken;
        }
      }
      return tenants + more > limits.ofTenant();
    }

    /** Gives back all of it. */
    @Override
    public void close() {
      lock.lock();
      try {
        parts.remove(this);
        freed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * How much there is.
   *
   * @param all for all requests together
   * @param ofTenant for those of one tenant
   * @param longestWait how long one of them may wait each time it wants more
   */
  public record Limits(long all, long ofTenant, Duration longestWait) {}
}
