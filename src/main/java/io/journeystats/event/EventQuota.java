package io.journeystats.event;

import static org.jooq.impl.DSL.inline;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.Limit;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantLimits;
import io.journeystats.tenant.TenantUsage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The bounds on the events of a tenant, where the operator sets them: how many are accepted on a
 * day, and how many are stored. Days are those of the store, in UTC. An event that is sent again
 * counts again, in what is stored until the store has merged it with the first.
 *
 * <p>Events are counted in the store from time to time, and here in between; several instances
 * together may exceed a limit by what they take between two counts.
 */
public final class EventQuota {
  private static final long NANOS_BETWEEN_COUNTS = Duration.ofSeconds(5).toNanos();

  /** What is stored gets less only as somebody deletes it. */
  private static final Duration UNTIL_LESS_IS_STORED = Duration.ofHours(1);

  private final DSLContext database;
  private final Function<TenantId, TenantLimits> limits;
  private final LongSupplier nanoTime;
  private final ConcurrentMap<Counted, Counter> counters = new ConcurrentHashMap<>();

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

  /** What is counted. */
  private record Counted(TenantId tenant, Limit limit) {}

  /** What is known of it. */
  private static final class Counter {
    private Count count = new Count(0, Duration.ZERO);
    private long taken;
    private long countedAt;
    private boolean isCounted;
  }

  /**
   * How many events there were when they were counted.
   *
   * @param events how many
   * @param left after which time there may be room for more
   */
  private record Count(long events, Duration left) {}

  /**
   * Takes events out of what is left.
   *
   * @throws TryAgainException where fewer are left
   */
  void take(TenantId tenant, int events) {
    take(tenant, Limit.EVENTS_PER_DAY, events);
    take(tenant, Limit.STORED_EVENTS, events);
  }

  private void take(TenantId tenant, Limit limit, int events) {
    long most = limits.apply(tenant).of(limit);
    if (most == Limit.NONE) {
      return;
    }
    Counter counter = counters.computeIfAbsent(new Counted(tenant, limit), _ -> new Counter());
    synchronized (counter) {
      long now = nanoTime.getAsLong();
      if (!counter.isCounted || now - counter.countedAt > NANOS_BETWEEN_COUNTS) {
        counter.count = count(tenant, limit);
        counter.taken = 0;
        counter.countedAt = now;
        counter.isCounted = true;
      }
      long used = counter.count.events() + counter.taken;
      if (events > 0 && used + events > most) {
        throw refusal(limit, most, used, events, counter.count.left());
      }
      counter.taken += events;
    }
  }

  private static TryAgainException refusal(
      Limit limit, long most, long used, int events, Duration left) {
    boolean isOfDay = limit == Limit.EVENTS_PER_DAY;
    long remaining = Math.max(0, most - used);
    return TryAgainException.ofCaller(
        "The limit `%s` of this tenant is %d, of which %d are used and %d are left%s; these are %d."
            .formatted(limit.key(), most, used, remaining, isOfDay ? " today" : "", events),
        new RateLimit(
            limit.key(),
            most,
            RateLimit.Unit.EVENTS,
            isOfDay ? Optional.of(Duration.ofDays(1)) : Optional.empty(),
            remaining,
            left));
  }

  /** How many count for a limit of a tenant by the last count and since; 0 before the first. */
  public long known(TenantId tenant, Limit limit) {
    Counter counter = counters.get(new Counted(tenant, limit));
    if (counter == null) {
      return 0;
    }
    synchronized (counter) {
      return counter.count.events() + counter.taken;
    }
  }

  /** How many events of a tenant count for a limit. */
  public long used(TenantId tenant, Limit limit) {
    return count(tenant, limit).events();
  }

  private Count count(TenantId tenant, Limit limit) {
    return switch (limit) {
      case EVENTS_PER_DAY -> today(tenant);
      case STORED_EVENTS -> new Count(rows(EventTables.EVENTS, tenant), UNTIL_LESS_IS_STORED);
      case JOURNEYS, DEFINITION_BYTES, KEYS, REVISIONS, REJECTED_EVENTS, REJECTED_BYTES ->
          throw new IllegalArgumentException(limit + " is not about events");
    };
  }

  private Count today(TenantId tenant) {
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
    return new Count(row.get(0, Long.class), Duration.ofSeconds(row.get(1, Long.class)));
  }

  private long rows(Table<?> table, TenantId tenant) {
    return database
        .fetchSingle(
            "SELECT toInt64(count()) FROM {0} WHERE tenant_id = {1}", table, inline(tenant.value()))
        .get(0, Long.class);
  }

  /**
   * How many of a tenant's stored events were accepted on each day, the latest first.
   *
   * @param days how many days at most, those without events left out
   */
  public List<TenantUsage.Day> acceptedByDay(TenantId tenant, int days) {
    return database
        .resultQuery(
            """
            SELECT toString(toDate(inserted_at, 'UTC')) AS day, toInt64(count()) AS accepted
            FROM {0}
            WHERE tenant_id = {1} AND inserted_at >= toDateTime((intDiv(toUnixTimestamp(now()), 86400) - {2}) * 86400)
            GROUP BY day
            ORDER BY day DESC
            """,
            EventTables.EVENTS, inline(tenant.value()), inline(days - 1))
        .fetch(row ->
            new TenantUsage.Day(
                LocalDate.parse(row.get("day", String.class)), row.get("accepted", Long.class)));
  }

  /**
   * About how many bytes a tenant's events take on the disk, with all that is derived from them: of
   * each table as large a part as the tenant has of its rows.
   */
  public long storedBytes(TenantId tenant) {
    return EventTables.OF_TENANTS.stream().mapToLong(table -> storedBytes(table, tenant)).sum();
  }

  private long storedBytes(Table<?> table, TenantId tenant) {
    Record all =
        database.fetchSingle(
            """
            SELECT toInt64(sum(rows)), toInt64(sum(bytes_on_disk))
            FROM system.parts
            WHERE active AND database = currentDatabase() AND table = {0}
            """,
            inline(table.getName()));
    long rows = all.get(0, Long.class);
    return rows == 0 ? 0 : Math.round((double) rows(table, tenant) / rows * all.get(1, Long.class));
  }
}
