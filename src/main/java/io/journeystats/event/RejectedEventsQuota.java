package io.journeystats.event;

import io.journeystats.http.FieldError;
import io.journeystats.tenant.Limit;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The limit on the rejected events that are stored per tenant. If it is exceeded, the oldest are
 * removed and their number is recorded.
 */
final class RejectedEventsQuota {
  /** A removal frees one part in this number of the limit, so that removals are rare. */
  private static final long FREED_PART = 10;

  private static final long BYTES_OF_CHARACTER = 3;

  /** The maximum bytes that JSON adds to the text of an error. */
  private static final long JSON_OF_ERROR = 40;

  private static final String KEPT =
      """
      SELECT toUnixTimestamp64Milli(received_at) AS at, event_key AS key,
        length(event) + length(errors) AS bytes
      FROM rejected_events FINAL
      WHERE tenant_id = ?
      """;

  private static final Kept NOTHING = new Kept(0, 0);

  private final DSLContext database;
  private final Function<TenantId, TenantLimits> limits;
  private final ConcurrentMap<TenantId, Counter> counters = new ConcurrentHashMap<>();

  /** Creates the limit for a database. */
  RejectedEventsQuota(DSLContext database, Function<TenantId, TenantLimits> limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * The amount that is stored.
   *
   * @param events the number of events
   * @param bytes the size of their texts and errors
   */
  record Kept(long events, long bytes) {
    boolean isWithin(long mostEvents, long mostBytes) {
      return events <= mostEvents && bytes <= mostBytes;
    }
  }

  /** An upper bound of a tenant's stored amount: the last count, plus all additions since. */
  private static final class Counter {
    private Kept kept = new Kept(Long.MAX_VALUE / 2, 0);

    private void add(List<RejectedEvent> rejected) {
      long more = rejected.stream().mapToLong(Counter::atMost).sum();
      kept = new Kept(kept.events() + rejected.size(), kept.bytes() + more);
    }

    private static long atMost(RejectedEvent event) {
      long bytes = event.text().getBytes(StandardCharsets.UTF_8).length;
      for (FieldError error : event.rejection().errors()) {
        bytes +=
            BYTES_OF_CHARACTER * (error.field().length() + error.message().length())
                + JSON_OF_ERROR;
      }
      return bytes;
    }
  }

  /** Counts added events, and removes the oldest if a limit is exceeded. */
  void added(TenantId tenant, List<RejectedEvent> rejected, Instant now) {
    TenantLimits own = limits.apply(tenant);
    long mostEvents = own.of(Limit.REJECTED_EVENTS);
    long mostBytes = own.of(Limit.REJECTED_BYTES);
    Counter counter = counters.computeIfAbsent(tenant, _ -> new Counter());
    synchronized (counter) {
      counter.add(rejected);
      if (!counter.kept.isWithin(mostEvents, mostBytes)) {
        Kept counted = kept(tenant);
        counter.kept =
            counted.isWithin(mostEvents, mostBytes)
                ? counted
                : reduced(tenant, counted, mostEvents, mostBytes, now);
      }
    }
  }

  /** The upper bound of a tenant's stored amount; nothing before the first count. */
  Kept known(TenantId tenant) {
    Counter counter = counters.get(tenant);
    if (counter == null) {
      return NOTHING;
    }
    synchronized (counter) {
      return counter.kept;
    }
  }

  /** Counts the stored events of a tenant. */
  Kept kept(TenantId tenant) {
    Record row =
        database.fetchSingle(
            "SELECT toInt64(count()), toInt64(sum(bytes)) FROM (" + KEPT + ")", tenant.value());
    return new Kept(row.get(0, Long.class), row.get(1, Long.class));
  }

  /** The number of a tenant's events that were removed because a limit was reached. */
  long removed(TenantId tenant) {
    return database
        .fetchSingle(
            "SELECT toInt64(sum(number)) FROM rejected_events_removed WHERE tenant_id = ?",
            tenant.value())
        .get(0, Long.class);
  }

  /** Removes all events of a tenant, and their number; returns whether there were none. */
  boolean removeAll(TenantId tenant) {
    counters.remove(tenant);
    boolean isGone = true;
    for (String table : List.of("rejected_events", "rejected_events_removed")) {
      boolean isThere =
          database
              .resultQuery(
                  "SELECT 1 FROM " + table + " WHERE tenant_id = ? LIMIT 1", tenant.value())
              .fetch()
              .isNotEmpty();
      if (isThere) {
        database.execute(
            "ALTER TABLE " + table + " DELETE WHERE tenant_id = ? SETTINGS mutations_sync = 1",
            tenant.value());
      }
      isGone &= !isThere;
    }
    return isGone;
  }

  private Kept reduced(
      TenantId tenant, Kept counted, long mostEvents, long mostBytes, Instant now) {
    Record rest =
        database.fetchSingle(
            """
            SELECT toInt64(count()), toInt64(max(total)), argMin(at, (at, key)), toString(argMin(key, (at, key)))
            FROM (
              SELECT at, key,
                row_number() OVER (ORDER BY at DESC, key DESC) AS number,
                sum(bytes) OVER (ORDER BY at DESC, key DESC ROWS UNBOUNDED PRECEDING) AS total
              FROM (%s))
            WHERE number <= ? AND total <= ?
            """
                .formatted(KEPT),
            tenant.value(),
            mostEvents - mostEvents / FREED_PART,
            mostBytes - mostBytes / FREED_PART);
    Kept kept = new Kept(rest.get(0, Long.class), rest.get(1, Long.class));
    // Recorded before the removal: after a crash, a number that is too high is better than none.
    database.execute(
        """
        INSERT INTO rejected_events_removed (tenant_id, day, number)
        SETTINGS async_insert = 0
        VALUES (?, toDate(fromUnixTimestamp64Milli(?)), ?)
        """,
        tenant.value(),
        now.toEpochMilli(),
        counted.events() - kept.events());
    String older =
        kept.events() == 0
            ? ""
            : " AND (toUnixTimestamp64Milli(received_at), event_key) < (%d, toUInt128('%s'))"
                .formatted(rest.get(2, Long.class), rest.get(3, String.class));
    database.execute(
        "DELETE FROM rejected_events WHERE tenant_id = ?"
            + older
            + " SETTINGS lightweight_deletes_sync = 1",
        tenant.value());
    return kept;
  }
}
