package io.journeystats.cache;

import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets so many questions pass to the store at once. Whoever comes is first let through in the line
 * of his tenant, then in that of all: as a tenant has only few in the second, nobody there waits
 * behind all that one tenant asks.
 */
public final class QueryLimiter {
  private final QueryLimits limits;
  private final Semaphore all;
  private final Map<TenantId, Lane> lanes = new ConcurrentHashMap<>();
  private final QueryPriorities use = new QueryPriorities(System::nanoTime);
  private final LongAdder refusedToTenants = new LongAdder();
  private final LongAdder refusedToAll = new LongAdder();

  /** Lets through as many as that. */
  public QueryLimiter(QueryLimits limits) {
    this.limits = limits;
    this.all = new Semaphore(limits.atOnce(), true);
  }

  /**
   * Does work for a tenant when it is its turn.
   *
   * @throws TryAgainException where too many wait, or the wait was too long
   * @throws InterruptedException where nobody wants it any more
   */
  <R> R pass(TenantId tenant, Callable<R> work) throws Exception {
    long deadline = System.nanoTime() + limits.longestWait().toNanos();
    Lane lane = enter(tenant);
    try {
      if (!isLetThrough(lane.turns(), deadline)) {
        throw tooMuchOfTenant();
      }
      try {
        if (!isLetThrough(all, deadline)) {
          throw tooMuchOfAll();
        }
        use.begin(tenant);
        try {
          return work.call();
        } finally {
          use.end(tenant);
          all.release();
        }
      } finally {
        lane.turns().release();
      }
    } finally {
      leave(tenant);
    }
  }

  /** To whom a tenant's questions give way, see {@link QueryPriorities}. */
  int level(TenantId tenant) {
    return use.level(tenant);
  }

  /** How many it lets through at once. */
  int atOnce() {
    return limits.atOnce();
  }

  /** How many wait. */
  public int waiting() {
    int inside = lanes.values().stream().mapToInt(Lane::inside).sum();
    return Math.max(0, inside - running());
  }

  /** How many are through. */
  public int running() {
    return limits.atOnce() - all.availablePermits();
  }

  /** How often a tenant was refused as its own line was too long. */
  public long refusedToTenants() {
    return refusedToTenants.sum();
  }

  /** How often somebody was refused as the line of all was too long. */
  public long refusedToAll() {
    return refusedToAll.sum();
  }

  private Lane enter(TenantId tenant) {
    int most = limits.atOnceOfTenant() + limits.queueOfTenant();
    return lanes.compute(
        tenant,
        (_, lane) -> {
          if (lane == null) {
            return new Lane(new Semaphore(limits.atOnceOfTenant(), true), 1);
          }
          if (lane.inside() == most) {
            throw tooMuchOfTenant();
          }
          return lane.with(1);
        });
  }

  private void leave(TenantId tenant) {
    lanes.computeIfPresent(tenant, (_, lane) -> lane.inside() == 1 ? null : lane.with(-1));
  }

  private static boolean isLetThrough(Semaphore turns, long deadline) throws InterruptedException {
    return turns.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private TryAgainException tooMuchOfTenant() {
    refusedToTenants.increment();
    return TryAgainException.ofCaller(
        ("Too many statistics are asked for with this tenant's keys at the same time;"
                + " clickhouse.statistics.atOnceOfTenant allows %d.")
            .formatted(limits.atOnceOfTenant()),
        RateLimit.atOnce(
            "clickhouse.statistics.atOnceOfTenant",
            limits.atOnceOfTenant(),
            RateLimit.Unit.CONCURRENT_REQUESTS));
  }

  private TryAgainException tooMuchOfAll() {
    refusedToAll.increment();
    return TryAgainException.ofService(
        ("Too many statistics are asked for at the same time; clickhouse.statistics.atOnce allows"
                + " %d.")
            .formatted(limits.atOnce()),
        RateLimit.atOnce(
            "clickhouse.statistics.atOnce", limits.atOnce(), RateLimit.Unit.CONCURRENT_REQUESTS));
  }

  /**
   * A tenant's line.
   *
   * @param turns how many of it may go on
   * @param inside how many are in it, those that went on included
   */
  private record Lane(Semaphore turns, int inside) {
    Lane with(int more) {
      return new Lane(turns, inside + more);
    }
  }
}
