package io.journeystats.event;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseExpressions;
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
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The optional limits on the events of a tenant: the number accepted per day and the number stored.
 * Days are in UTC by the store's clock. An event that is sent several times counts once, on the day
 * on which it was received last.
 *
 * <p>The store counts rows periodically, and this class counts in between. Rows include duplicates
 * that the store has not merged yet, so they can only show that a limit is not reached; before an
 * event is refused, events are counted without duplicates. Several instances together may exceed a
 * limit by the number of events that they accept between two counts.
 */
public final class EventQuota {
  private static final long NANOS_BETWEEN_COUNTS = Duration.ofSeconds(5).toNanos();

  /** Counting without duplicates takes at most one part in this number of one processor. */
  private static final long PART_OF_PROCESSOR = 20;

  /** The number of stored events falls only by deletion. */
  private static final Duration UNTIL_LESS_IS_STORED = Duration.ofHours(1);

  private final DSLContext database;
  private final Function<TenantId, TenantLimits> limits;
  private final LongSupplier nanoTime;
  private final ConcurrentMap<Counted, Counter> counters = new ConcurrentHashMap<>();

  /**
   * Creates the quota on the events of a database.
   *
   * @param limits returns the limits of a tenant
   * @param nanoTime the clock that measures the age of a count
   */
  public EventQuota(
      ClickHouse clickHouse, Function<TenantId, TenantLimits> limits, LongSupplier nanoTime) {
    this.database = clickHouse.dsl("event-quota");
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /** The key of a counter. */
  private record Counted(TenantId tenant, Limit limit) {}

  /**
   * A count of events, and the number accepted since.
   *
   * @param events the number at the time of the count
   * @param left the time until there may be room for more
   * @param at the time of the count
   * @param nanos the duration of the count
   * @param taken the number accepted since, including events that were stored before
   */
  private record Count(long events, Duration left, long at, long nanos, long taken) {
    long atMost() {
      return events + taken;
    }

    Count taking(long more) {
      return new Count(events, left, at, nanos, taken + more);
    }

    boolean isOld(long now) {
      return now - at > Math.max(NANOS_BETWEEN_COUNTS, PART_OF_PROCESSOR * nanos);
    }
  }

  /** The counts for one limit of a tenant. */
  private static final class Counter {
    /** The count with duplicates. */
    private @Nullable Count rows;

    /** The count without duplicates. */
    private @Nullable Count events;

    /** The time until which events are refused without a check whether they are already stored. */
    private long refusingUntil;

    Counter(long now) {
      refusingUntil = now;
    }
  }

  /**
   * Takes events from the remaining quota.
   *
   * @param sent the events that are not known to be stored; may contain duplicates
   * @throws TryAgainException if fewer events remain
   */
  void take(TenantId tenant, List<Event> sent) {
    take(tenant, Limit.EVENTS_PER_DAY, sent);
    take(tenant, Limit.STORED_EVENTS, sent);
  }

  private void take(TenantId tenant, Limit limit, List<Event> sent) {
    long most = limits.apply(tenant).of(limit);
    if (most == Limit.NONE || sent.isEmpty()) {
      return;
    }
    long more = sent.stream().distinct().count();
    Counter counter = counter(tenant, limit);
    synchronized (counter) {
      Count rows = counter.rows;
      if (rows == null || rows.isOld(nanoTime.getAsLong())) {
        rows = count(tenant, limit, false);
      }
      if (rows.atMost() + more > most) {
        Count events = exact(counter, tenant, limit, most - more);
        if (events.atMost() + more > most) {
          more -= counted(counter, tenant, limit, sent);
          events = exact(counter, tenant, limit, most - more);
        }
        if (more > 0 && events.atMost() + more > most) {
          counter.rows = rows;
          throw refusal(limit, most, events.atMost(), more, events.left());
        }
      }
      counter.rows = rows.taking(more);
      counter.events = counter.events == null ? null : counter.events.taking(more);
    }
  }

  /**
   * The number of events without duplicates. It is counted again if the last count is old, or if it
   * exceeds the bound only by events accepted since, which may have been stored before.
   */
  private Count exact(Counter counter, TenantId tenant, Limit limit, long bound) {
    Count known = counter.events;
    if (known != null
        && !known.isOld(nanoTime.getAsLong())
        && (known.events() > bound || known.atMost() <= bound)) {
      return known;
    }
    Count events = count(tenant, limit, true);
    counter.events = events;
    return events;
  }

  /**
   * The number of the given events that count already. If there are none, the check is skipped for
   * a while, so that a client that keeps sending refused events causes little load.
   */
  private long counted(Counter counter, TenantId tenant, Limit limit, List<Event> sent) {
    long begun = nanoTime.getAsLong();
    if (begun - counter.refusingUntil < 0) {
      return 0;
    }
    long counted = counted(tenant, limit, sent);
    if (counted == 0) {
      long end = nanoTime.getAsLong();
      counter.refusingUntil = end + PART_OF_PROCESSOR * (end - begun);
    }
    return counted;
  }

  /** Finds the events by the sorting key of the table. */
  private long counted(TenantId tenant, Limit limit, List<Event> sent) {
    List<Field<Object>> keys =
        sent.stream()
            .distinct()
            .map(event ->
                field(
                    "({0}, {1}, {2}, {3})",
                    Object.class,
                    inline(EventWriter.journey(event).toString()),
                    inline(event.type().key()),
                    inline(event.time().toEpochMilli()),
                    inline(event.eventId())))
            .toList();
    return database
        .fetchSingle(
            """
            SELECT toInt64(count())
            FROM {0} FINAL
            WHERE tenant_id = {1}
              AND (journey_id, type, time, event_key) IN (
                SELECT toUUID(key.1), key.2, fromUnixTimestamp64Milli(toInt64(key.3), 'UTC'), sipHash64(key.4)
                FROM (SELECT arrayJoin([{2}]) AS key))
              AND ({3} OR inserted_at >= toDateTime(intDiv(toUnixTimestamp(now()), 86400) * 86400))
            """,
            EventTables.EVENTS,
            inline(tenant.value()),
            DSL.list(keys),
            inline(limit == Limit.STORED_EVENTS))
        .get(0, Long.class);
  }

  private Counter counter(TenantId tenant, Limit limit) {
    return counters.computeIfAbsent(
        new Counted(tenant, limit), _ -> new Counter(nanoTime.getAsLong()));
  }

  private static TryAgainException refusal(
      Limit limit, long most, long used, long events, Duration left) {
    boolean isOfDay = limit == Limit.EVENTS_PER_DAY;
    long remaining = Math.max(0, most - used);
    return TryAgainException.ofCaller(
        "The limit `%s` of this tenant is %d, of which %d are used and %d are left%s; %d were sent."
            .formatted(limit.key(), most, used, remaining, isOfDay ? " today" : "", events),
        new RateLimit(
            limit.key(),
            most,
            RateLimit.Unit.EVENTS,
            isOfDay ? Optional.of(Duration.ofDays(1)) : Optional.empty(),
            remaining,
            left));
  }

  /**
   * The upper bound of a tenant's use of a limit, from the last count and the events accepted
   * since; 0 before the first count.
   */
  public long known(TenantId tenant, Limit limit) {
    Counter counter = counters.get(new Counted(tenant, limit));
    if (counter == null) {
      return 0;
    }
    synchronized (counter) {
      return Stream.of(Optional.ofNullable(counter.rows), Optional.ofNullable(counter.events))
          .flatMap(Optional::stream)
          .mapToLong(Count::atMost)
          .min()
          .orElse(0);
    }
  }

  /** Counts the events of a tenant that a limit applies to. Concurrent callers count in turn. */
  public long used(TenantId tenant, Limit limit) {
    Counter counter = counter(tenant, limit);
    synchronized (counter) {
      Count events = count(tenant, limit, true);
      counter.events = events;
      return events.events();
    }
  }

  private Count count(TenantId tenant, Limit limit, boolean isExact) {
    Table<?> table =
        isExact ? ClickHouseExpressions.deduplicated(EventTables.EVENTS) : EventTables.EVENTS;
    long begun = nanoTime.getAsLong();
    Count count =
        switch (limit) {
          case EVENTS_PER_DAY -> today(table, tenant);
          case STORED_EVENTS -> new Count(rows(table, tenant), UNTIL_LESS_IS_STORED, begun, 0, 0);
          case JOURNEYS, DEFINITION_BYTES, KEYS, REVISIONS, REJECTED_EVENTS, REJECTED_BYTES ->
              throw new IllegalArgumentException(limit + " is not a limit on events");
        };
    return new Count(count.events(), count.left(), begun, nanoTime.getAsLong() - begun, 0);
  }

  private Count today(Table<?> table, TenantId tenant) {
    Record row =
        database.fetchSingle(
            """
            SELECT
              toInt64(count()),
              toInt64(86400 - toUnixTimestamp(now()) % 86400)
            FROM {0}
            WHERE tenant_id = {1} AND inserted_at >= toDateTime(intDiv(toUnixTimestamp(now()), 86400) * 86400)
            """,
            table, inline(tenant.value()));
    return new Count(row.get(0, Long.class), Duration.ofSeconds(row.get(1, Long.class)), 0, 0, 0);
  }

  private long rows(Table<?> table, TenantId tenant) {
    return database
        .fetchSingle(
            "SELECT toInt64(count()) FROM {0} WHERE tenant_id = {1}", table, inline(tenant.value()))
        .get(0, Long.class);
  }

  /**
   * Counts a tenant's stored events by the day on which they were received last, latest day first.
   * Concurrent callers count in turn.
   *
   * @param days the number of days to look back; days without events are left out
   */
  public List<TenantUsage.Day> acceptedByDay(TenantId tenant, int days) {
    synchronized (counter(tenant, Limit.EVENTS_PER_DAY)) {
      return database
          .resultQuery(
              """
              SELECT toString(toDate(inserted_at, 'UTC')) AS day, toInt64(count()) AS accepted
              FROM {0}
              WHERE tenant_id = {1} AND inserted_at >= toDateTime((intDiv(toUnixTimestamp(now()), 86400) - {2}) * 86400)
              GROUP BY day
              ORDER BY day DESC
              """,
              ClickHouseExpressions.deduplicated(EventTables.EVENTS),
              inline(tenant.value()),
              inline(days - 1))
          .fetch(row ->
              new TenantUsage.Day(
                  LocalDate.parse(row.get("day", String.class)), row.get("accepted", Long.class)));
    }
  }

  /**
   * Estimates the bytes on disk of a tenant's events and the tables derived from them: each table's
   * size multiplied by the tenant's share of its rows.
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
