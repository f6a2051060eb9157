package io.journeystats.cache;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The priority of each tenant's queries, by its recent load: the average number of its queries that
 * ran concurrently over about ten seconds. As in a multilevel feedback queue, the queries of a
 * tenant with a high load give way to those of others.
 */
final class QueryPriorities {
  private static final double WINDOW = Duration.ofSeconds(10).toNanos();

  /** The load of a tenant that looks at a dashboard now and then. */
  private static final double LITTLE = 0.2;

  /** The load of a tenant that sends one query after the other. */
  private static final double ONE_AT_A_TIME = 1.2;

  private static final int MOST_REMEMBERED = 1_000;

  private final LongSupplier nanoTime;
  private final Map<TenantId, Use> uses = new HashMap<>();

  /**
   * The load of a tenant.
   *
   * @param average the exponentially weighted number of concurrent queries
   * @param at the time of that average, in nanoseconds
   * @param running the number of queries running since then
   */
  private record Use(double average, long at, int running) {
    /** The average moves towards what has been running. */
    Use at(long now, int more) {
      double weight = Math.exp(-(now - at) / WINDOW);
      return new Use(average * weight + running * (1 - weight), now, running + more);
    }
  }

  QueryPriorities(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Notes that a query begins. */
  synchronized void begin(TenantId tenant) {
    long now = nanoTime.getAsLong();
    if (uses.size() >= MOST_REMEMBERED) {
      uses.values().removeIf(use -> use.running() == 0 && use.at(now, 0).average() < LITTLE);
    }
    uses.merge(tenant, new Use(0, now, 1), (known, _) -> known.at(now, 1));
  }

  /** Notes that a query ends. */
  synchronized void end(TenantId tenant) {
    uses.computeIfPresent(tenant, (_, known) -> known.at(nanoTime.getAsLong(), -1));
  }

  /** The number of tenants whose load is known. */
  synchronized int tracked() {
    return uses.size();
  }

  /** The level of a tenant's next query, which gives way to those of lower levels. */
  synchronized int level(TenantId tenant) {
    Use use = uses.get(tenant);
    double average = use == null ? 0 : use.at(nanoTime.getAsLong(), 0).average();
    if (average < LITTLE) {
      return 0;
    }
    return average < ONE_AT_A_TIME ? 1 : ClickHouse.LAST_LEVEL;
  }
}
