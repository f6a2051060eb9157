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
 * The bound on the refused events that are kept of each tenant: where there are too many, the
 * oldest go, and their number stays.
 */
final class RejectedEventsQuota {
  /** So much of a limit is free after the oldest have gone, so that they seldom have to. */
  private static final long FREED_PART = 10;

  private static final long BYTES_OF_CHARACTER = 3;

  /** What JSON adds to the words of an error. */
  private static final long ERROR = 40;

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

  /** The bound in that database. */
  RejectedEventsQuota(DSLContext database, Function<TenantId, TenantLimits> limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * How much is kept.
   *
   * @param events how many events
   * @param bytes the bytes of their texts and of what is wrong with them
   */
  record Kept(long events, long bytes) {
    boolean isWithin(long mostEvents, long mostBytes) {
      return events <= mostEvents && bytes <= mostBytes;
    }
  }

  /** What is kept of a tenant at most: what was counted once, and all that was added since. */
  private static final class Counter {
    private Kept kept = new Kept(Long.MAX_VALUE / 2, 0);

    private void add(List<RefusedEvent> refused) {
      long more = refused.stream().mapToLong(Counter::atMost).sum();
      kept = new Kept(kept.events() + refused.size(), kept.bytes() + more);
    }

    private static long atMost(RefusedEvent event) {
      long bytes = event.text().getBytes(StandardCharsets.UTF_8).length;
      for (FieldError error : event.rejection().errors()) {
        bytes += BYTES_OF_CHARACTER * (error.field().length() + error.message().length()) + ERROR;
      }
      return bytes;
    }
  }

  /** Removes the oldest where too many are kept, now that these were added. */
  void added(TenantId tenant, List<RefusedEvent> refused, Instant now) {
    TenantLimits own = limits.apply(tenant);
    long mostEvents = own.of(Limit.REJECTED_EVENTS);
    long mostBytes = own.of(Limit.REJECTED_BYTES);
    Counter counter = counters.computeIfAbsent(tenant, _ -> new Counter());
    synchronized (counter) {
      counter.add(refused);
      if (!counter.kept.isWithin(mostEvents, mostBytes)) {
        Kept counted = kept(tenant);
        counter.kept =
            counted.isWithin(mostEvents, mostBytes)
                ? counted
                : reduced(tenant, counted, mostEvents, mostBytes, now);
      }
    }
  }

  /** What is kept of a tenant at most by the last count and since; nothing before the first. */
  Kept known(TenantId tenant) {
    Counter counter = counters.get(tenant);
    if (counter == null) {
      return NOTHING;
    }
    synchronized (counter) {
      return counter.kept;
    }
  }

  /** Counts what is kept. */
  Kept kept(TenantId tenant) {
    Record row =
        database.fetchSingle(
            "SELECT toInt64(count()), toInt64(sum(bytes)) FROM (" + KEPT + ")", tenant.value());
    return new Kept(row.get(0, Long.class), row.get(1, Long.class));
  }

  /** How many events of a tenant made room for newer ones. */
  long removed(TenantId tenant) {
    return database
        .fetchSingle(
            "SELECT toInt64(sum(number)) FROM rejected_events_removed WHERE tenant_id = ?",
            tenant.value())
        .get(0, Long.class);
  }

  /** Removes all of a tenant, and their number; tells whether there were none. */
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
    // Noted before it is done: a number that is too high after a crash is better than one lost.
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
