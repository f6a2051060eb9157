package io.journeystats.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.clickhouse.BulkInsert;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Column;
import io.journeystats.clickhouse.LogQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The stored entries. Each tenant has a maximum number: beyond it, the oldest are removed and only
 * their number is kept.
 */
final class AuditTable {
  /** The inverse of the share of the maximum that each removal frees, so that removals are rare. */
  private static final int FREED_PART = 10;

  /**
   * The inverse of the share of the maximum after which this instance counts a tenant's entries
   * again.
   */
  private static final int COUNTED_PART = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String KEPT =
      " FROM audit_entries FINAL WHERE tenant_id = ?"
          + " AND kept_since + toIntervalSecond(keep_seconds) > now()";

  private final DSLContext database;
  private final BulkInsert insert;
  private final AuditSettings settings;

  /** The number of entries that this instance has added per tenant since they were counted. */
  private final Map<String, Integer> added = new HashMap<>();

  AuditTable(ClickHouse clickHouse, AuditSettings settings) {
    this.database = clickHouse.dsl("audit");
    this.insert = new BulkInsert(clickHouse, "audit_entries");
    this.settings = settings;
  }

  /** A version of an entry, which replaces earlier versions. */
  record Row(
      AuditEvent event,
      long id,
      int version,
      Instant firstAt,
      Instant lastAt,
      long number,
      long completed,
      long bytes) {}

  /** Inserts entries and removes the oldest ones of tenants with too many. */
  void insert(List<Row> rows) {
    insert.insert(columns(), rows);
    for (Row row : rows) {
      if (row.version() == 1) {
        var _ = added.merge(row.event().tenant(), 1, Integer::sum);
      }
    }
    int some = Math.max(1, settings.entriesOfTenant() / COUNTED_PART);
    for (Map.Entry<String, Integer> ofTenant : List.copyOf(added.entrySet())) {
      if (ofTenant.getValue() >= some) {
        reduce(ofTenant.getKey());
        added.remove(ofTenant.getKey());
      }
    }
  }

  private List<Column<Row>> columns() {
    return List.of(
        Column.text("tenant_id", row -> row.event().tenant()),
        Column.time("at", Row::firstAt),
        Column.number("entry_id", Row::id),
        Column.count("version", Row::version),
        Column.time("last_at", Row::lastAt),
        Column.text("kind", row -> row.event().kind().key()),
        Column.number("number", Row::number),
        Column.number("completed", Row::completed),
        Column.number("bytes", Row::bytes),
        Column.text("key_id", row -> row.event().keyId()),
        Column.text("key_name", row -> row.event().keyName()),
        Column.text("role", row -> row.event().role()),
        Column.text("address", row -> row.event().address()),
        Column.text("operation", row -> row.event().operation()),
        Column.text("journey_id", row -> row.event().journeyId()),
        Column.text("about", row -> json(row.event().about())),
        Column.count("keep_seconds", _ -> keepSeconds()));
  }

  private int keepSeconds() {
    return (int) Math.min(settings.keep().toSeconds(), Integer.MAX_VALUE);
  }

  /** Returns the entries that match a query. */
  List<AuditEntry> read(AuditQuery query) {
    LogQuery selection = query.selection();
    return database
        .resultQuery(
            "SELECT toInt64(entry_id) AS id, toUnixTimestamp64Milli(at) AS first_millis,"
                + " toUnixTimestamp64Milli(last_at) AS last_millis, kind,"
                + " toInt64(number) AS number, toInt64(completed) AS completed,"
                + " toInt64(bytes) AS bytes, key_id, key_name, role, address, operation,"
                + " journey_id, about"
                + KEPT
                + " AND (? = '' OR kind = ?) AND (? = '' OR key_id = ?)"
                + " AND (toUnixTimestamp64Milli(at), ?, toInt64(entry_id)) "
                + selection.comparison()
                + " (?, ?, ?) ORDER BY at"
                + selection.direction()
                + ", entry_id"
                + selection.direction()
                + " LIMIT ?",
            selection.tenant(),
            kind(query),
            kind(query),
            selection.author(),
            selection.author(),
            AuditEntry.LOG,
            selection.after().millis(),
            selection.after().log(),
            selection.after().position(),
            selection.limit())
        .fetch(AuditTable::entry);
  }

  private static String kind(AuditQuery query) {
    return query.kind().map(AuditKind::key).orElse("");
  }

  private static AuditEntry entry(Record row) {
    return new AuditEntry(
        row.get("id", Long.class),
        Instant.ofEpochMilli(row.get("first_millis", Long.class)),
        Instant.ofEpochMilli(row.get("last_millis", Long.class)),
        row.get("kind", String.class),
        row.get("number", Long.class),
        row.get("completed", Long.class),
        row.get("bytes", Long.class),
        row.get("key_id", String.class),
        row.get("key_name", String.class),
        row.get("role", String.class),
        row.get("address", String.class),
        row.get("operation", String.class),
        row.get("journey_id", String.class),
        map(row.get("about", String.class)));
  }

  /** Returns the number of a tenant's entries that were removed to make room. */
  long removed(String tenant) {
    return database
        .fetchSingle(
            "SELECT toInt64(sum(number)) FROM audit_entries_removed WHERE tenant_id = ?", tenant)
        .get(0, Long.class);
  }

  /** Removes all rows of a tenant. Returns whether there was nothing to remove. */
  boolean removeAll(String tenant) {
    boolean isGone = true;
    for (String table : List.of("audit_entries", "audit_entries_removed")) {
      boolean exists =
          database
              .resultQuery("SELECT 1 FROM " + table + " WHERE tenant_id = ? LIMIT 1", tenant)
              .fetch()
              .isNotEmpty();
      if (exists) {
        database.execute(
            "ALTER TABLE " + table + " DELETE WHERE tenant_id = ? SETTINGS mutations_sync = 1",
            tenant);
      }
      isGone &= !exists;
    }
    return isGone;
  }

  private void reduce(String tenant) {
    long kept = database.fetchSingle("SELECT toInt64(count())" + KEPT, tenant).get(0, Long.class);
    if (kept <= settings.entriesOfTenant()) {
      return;
    }
    int rest = settings.entriesOfTenant() - settings.entriesOfTenant() / FREED_PART;
    Record last =
        database.fetchSingle(
            "SELECT toUnixTimestamp64Milli(at) AS millis, toString(entry_id) AS id"
                + KEPT
                + " ORDER BY at DESC, entry_id DESC LIMIT 1 OFFSET ?",
            tenant,
            rest);
    // Recorded before the removal: after a crash, too high a number is better than one that misses
    // entries.
    database.execute(
        """
        INSERT INTO audit_entries_removed (tenant_id, day, number)
        SETTINGS async_insert = 0
        SELECT ?, toDate(now()), ?
        """,
        tenant,
        kept - rest);
    database.execute(
        "DELETE FROM audit_entries WHERE tenant_id = ?"
            + " AND (toUnixTimestamp64Milli(at), entry_id) <= (%d, toUInt64('%s'))"
                .formatted(last.get("millis", Long.class), last.get("id", String.class))
            + " SETTINGS lightweight_deletes_sync = 1",
        tenant);
  }

  private static String json(Map<String, String> about) {
    try {
      return JSON.writeValueAsString(about);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a map that cannot be written as JSON", impossible);
    }
  }

  private static Map<String, String> map(String about) {
    try {
      return JSON.readValue(about, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an unreadable audit entry", impossible);
    }
  }
}
