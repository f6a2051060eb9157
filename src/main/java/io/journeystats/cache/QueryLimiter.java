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
 * Limits concurrent queries. A query first acquires a permit of its tenant, then a global one: a
 * tenant holds few places in the global queue, so no other tenant waits behind all its queries.
 */
public final class QueryLimiter {
  private final QueryLimits limits;
  private final Semaphore all;
  private final Map<TenantId, Lane> lanes = new ConcurrentHashMap<>();
  private final QueryPriorities use = new QueryPriorities(System::nanoTime);
  private final LongAdder refusedToTenants = new LongAdder();
  private final LongAdder refusedToAll = new LongAdder();

  /** Creates a limiter. */
  public QueryLimiter(QueryLimits limits) {
    this.limits = limits;
    this.all = new Semaphore(limits.atOnce(), true);
  }

  /**
   * Runs work of a tenant once it has both permits.
   *
   * @throws TryAgainException if the queue is full, or the wait is too long
   * @throws InterruptedException if the execution is cancelled
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

  /** The priority of a tenant's next query, see {@link QueryPriorities}. */
  int level(TenantId tenant) {
    return use.level(tenant);
  }

  /** The global number of permits. */
  int atOnce() {
    return limits.atOnce();
  }

  /** The number of queries that wait. */
  public int waiting() {
    int inside = lanes.values().stream().mapToInt(Lane::inside).sum();
    return Math.max(0, inside - running());
  }

  /** The number of queries that run. */
  public int running() {
    return limits.atOnce() - all.availablePermits();
  }

  /** The number of queries refused by the limit per tenant. */
  public long refusedToTenants() {
    return refusedToTenants.sum();
  }

  /** The number of queries refused by the global limit. */
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
   * The queries of a tenant.
   *
   * @param turns the tenant's permits
   * @param inside the number of queries that wait or run
   */
  private record Lane(Semaphore turns, int inside) {
    Lane with(int more) {
      return new Lane(turns, inside + more);
    }
  }
}
