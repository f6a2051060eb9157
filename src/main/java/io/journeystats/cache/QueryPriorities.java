package io.journeystats.cache;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much each tenant has used the store lately: how many of its questions ran at once, on average
 * over some ten seconds. The more they were, the more its further questions give way to those of
 * others, as the least used processor time comes first in a multilevel feedback queue.
 */
final class QueryPriorities {
  private static final double WINDOW = Duration.ofSeconds(10).toNanos();

  /** A tenant that now and then looks at a dashboard. */
  private static final double LITTLE = 0.2;

  /** A tenant that asks one question after the other, all the time. */
  private static final double ONE_AT_A_TIME = 1.2;

  private static final int MOST_REMEMBERED = 1_000;

  private final LongSupplier nanoTime;
  private final Map<TenantId, Use> uses = new HashMap<>();

  /**
   * What a tenant used.
   *
   * @param average how many questions ran at once, the last seconds counting most
   * @param at when that was so
   * @param running how many run since then
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

  /** A question begins. */
  synchronized void begin(TenantId tenant) {
    long now = nanoTime.getAsLong();
    if (uses.size() >= MOST_REMEMBERED) {
      uses.values().removeIf(use -> use.running() == 0 && use.at(now, 0).average() < LITTLE);
    }
    uses.merge(tenant, new Use(0, now, 1), (known, _) -> known.at(now, 1));
  }

  /** A question ends. */
  synchronized void end(TenantId tenant) {
    uses.computeIfPresent(tenant, (_, known) -> known.at(nanoTime.getAsLong(), -1));
  }

  /** Of how many tenants something is remembered. */
  synchronized int remembered() {
    return uses.size();
  }

  /** The level of a tenant's next question: it gives way to those of lower levels. */
  synchronized int level(TenantId tenant) {
    Use use = uses.get(tenant);
    double average = use == null ? 0 : use.at(nanoTime.getAsLong(), 0).average();
    if (average < LITTLE) {
      return 0;
    }
    return average < ONE_AT_A_TIME ? 1 : ClickHouse.LAST_LEVEL;
  }
}
