package io.journeystats.event;

import static org.jooq.impl.DSL.inline;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.Limit;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantLimits;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The bound on the events that are accepted of a tenant on a day, where the operator sets one. Days
 * are those of the store, in UTC. An event that is sent again counts again.
 *
 * <p>Events are counted in the store from time to time, and here in between; several instances
 * together may exceed the limit by what they take between two counts.
 */
public final class EventQuota {
  private static final long NANOS_BETWEEN_COUNTS = Duration.ofSeconds(5).toNanos();

  private final DSLContext database;
  private final Function<TenantId, TenantLimits> limits;
  private final LongSupplier nanoTime;
  private final ConcurrentMap<TenantId, Counter> counters = new ConcurrentHashMap<>();

  /**
   * A bound on what is in this database.
   *
   * @param limits how much each tenant may send
   * @param nanoTime tells how old a count is
   */
  public EventQuota(
      ClickHouse clickHouse, Function<TenantId, TenantLimits> limits, LongSupplier nanoTime) {
    this.database = clickHouse.dsl("event-quota");
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /** What is known of a tenant's day. */
  private static final class Counter {
    private Today today = new Today(0, Duration.ZERO);
    private long taken;
    private long countedAt;
    private boolean isCounted;
  }

  /**
   * A tenant's day so far.
   *
   * @param accepted how many events were accepted
   * @param left how long the day lasts
   */
  private record Today(long accepted, Duration left) {}

  /**
   * Takes events out of what is left for today.
   *
   * @throws TryAgainException where fewer are left
   */
  void take(TenantId tenant, int events) {
    long most = limits.apply(tenant).of(Limit.EVENTS_PER_DAY);
    if (most == Limit.NONE) {
      return;
    }
    Counter counter = counters.computeIfAbsent(tenant, _ -> new Counter());
    synchronized (counter) {
      long now = nanoTime.getAsLong();
      if (!counter.isCounted || now - counter.countedAt > NANOS_BETWEEN_COUNTS) {
        counter.today = count(tenant);
        counter.taken = 0;
        counter.countedAt = now;
        counter.isCounted = true;
      }
      long used = counter.today.accepted() + counter.taken;
      if (events > 0 && used + events > most) {
        throw TryAgainException.triedTooOften(
            "The limit `%s` of this tenant is %d, of which %d are left today; these are %d."
                .formatted(Limit.EVENTS_PER_DAY.key(), most, Math.max(0, most - used), events),
            counter.today.left());
      }
      counter.taken += events;
    }
  }

  /** How many events of a tenant were accepted today. */
  public long used(TenantId tenant) {
    return count(tenant).accepted();
  }

  private Today count(TenantId tenant) {
    Record row =
        database.fetchSingle(
            """
            SELECT
              toInt64(count()),
              toInt64(86400 - toUnixTimestamp(now()) % 86400)
            FROM {0}
            WHERE tenant_id = {1} AND inserted_at >= toDateTime(intDiv(toUnixTimestamp(now()), 86400) * 86400)
            """,
            EventTables.EVENTS, inline(tenant.value()));
    return new Today(row.get(0, Long.class), Duration.ofSeconds(row.get(1, Long.class)));
  }
}
