package io.journeystats.rollup;

import static io.journeystats.clickhouse.ClickHouseExpressions.instant;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.journeystats.clickhouse.BulkInsert;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Column;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.tenant.TenantId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The statements that remove the rows of erased users from every table and update all counts. Each
 * step is idempotent, and several instances may run it at once.
 *
 * <p>No statement contains the id of a user, since ClickHouse logs the text of statements.
 */
final class UserRows {
  private static final String USERS = "users_being_erased";
  private static final String QUARTER_HOURS = "quarter_hours_being_erased";
  private static final Table<Record> REJECTED_EVENTS = table(name("rejected_events"));

  private static final Table<Record> EXPORT_JOBS = table(name("export_jobs"));

  /** The tables in which rows are deleted by masks, which are applied later. */
  private static final List<Table<Record>> MASKED =
      List.of(
          EventTables.EVENTS,
          EventTables.USER_ENTRANCES,
          EventTables.DEVICE_USERS,
          EventTables.USER_PRESENCE,
          EventTables.CONVERSIONS,
          REJECTED_EVENTS,
          EventTables.USER_STATES);

  /** Deletes by patch parts, without waiting for merges. */
  private static final String BY_PATCH = "lightweight_delete_mode = 'lightweight_update_force'";

  private static final String BY_MUTATION =
      "lightweight_delete_mode = 'alter_update', lightweight_deletes_sync = 1";

  private static final String INSERTIONS =
      """
      SELECT query_id FROM system.processes
      WHERE query_kind = 'AsyncInsertFlush' OR query_kind = 'Insert' AND current_database = currentDatabase()
      """;

  /** The maximum number of quarter hours per statement. */
  private static final int BATCH = 20_000;

  private static final int MOST_IN_MEMORY = 100_000;
  private static final Duration PAUSE = Duration.ofMillis(5);

  private static final Field<String> TENANT_ID = field(name("tenant_id"), String.class);
  private static final Field<Object> TIME = field(name("time"), Object.class);

  private final DSLContext database;
  private final BulkInsert users;
  private final EventRollup rollup;
  private final DerivedTables derived;
  private final String schema;

  UserRows(ClickHouse clickHouse) {
    this.database = clickHouse.dsl("erasure");
    this.users = new BulkInsert(clickHouse, USERS);
    this.rollup = new EventRollup(database, MOST_IN_MEMORY);
    this.derived = new DerivedTables(database);
    this.schema = clickHouse.endpoint().database();
  }

  /**
   * A user to erase.
   *
   * @param erasure the id of the erasure
   * @param tenant the tenant of the user
   * @param userId the id of the user
   * @param before the time before which events are erased
   */
  record User(UUID erasure, TenantId tenant, String userId, Instant before) {}

  /** Records users whose rows will be removed. The record is durable when this method returns. */
  void record(List<User> erased) {
    users.insert(
        List.of(
            Column.text("tenant_id", user -> user.tenant().value()),
            Column.uuid("erasure_id", User::erasure),
            Column.text("user_id", User::userId),
            Column.time("before", User::before)),
        erased);
  }

  /** Groups a tenant's erasures by the time before which events are erased. */
  Map<Instant, List<UUID>> byTime(TenantId tenant, List<UUID> erasures) {
    return database
        .resultQuery(
            "SELECT toUnixTimestamp64Milli(before), erasure_id FROM {0} WHERE {1}",
            table(name(USERS)), of(tenant, erasures))
        .fetchGroups(
            row -> Instant.ofEpochMilli(row.get(0, Long.class)), row -> row.get(1, UUID.class));
  }

  /**
   * Removes the rows of a tenant's users whose events before a time are erased.
   *
   * @return the journeys in which the users had events
   */
  Set<UUID> remove(TenantId tenant, Instant before, List<UUID> erasures) {
    Condition keys = in("user_key", tenant, erasures);
    Condition ids = in("user_id", tenant, erasures);
    Condition old = owned(tenant).and(keys).and(TIME.lt(instant(before)));
    awaitInsertions();
    recordQuarterHours(old, before);
    delete(EventTables.EVENTS, old, BY_PATCH);
    delete(
        REJECTED_EVENTS,
        owned(tenant)
            .and(ids.or(namedIn(tenant, erasures)))
            .and(condition("received_at <= {0}", instant(before))),
        BY_PATCH);
    // Rows that were derived from the events before their removal are written after this wait.
    awaitInsertions();
    Condition ofUsers = owned(tenant).and(ids);
    delete(EventTables.USER_ENTRANCES, ofUsers, BY_PATCH);
    delete(EventTables.DEVICE_USERS, ofUsers, BY_PATCH);
    delete(EventTables.USER_PRESENCE, ofUsers, BY_PATCH);
    // Conversions whose start is not erased stay, since they are not derived again.
    Condition wasBefore =
        TIME.lt(instant(before)).or(condition("started_at < {0}", KeptUserStates.millis(before)));
    delete(EventTables.CONVERSIONS, owned(tenant).and(keys).and(wasBefore), BY_PATCH);
    delete(EventTables.USER_STATES, ofUsers, BY_MUTATION);
    derive(tenant, keys);
    return recount(tenant, before);
  }

  private void recordQuarterHours(Condition old, Instant before) {
    database.execute(
        """
        INSERT INTO {0} (tenant_id, journey_id, quarter_hour, before)
        SELECT DISTINCT tenant_id, journey_id, {1}, {2} FROM {3} WHERE {4} AND type != 'custom'
        """,
        table(name(QUARTER_HOURS)),
        EventCounts.quarterHour(TIME),
        instant(before),
        EventTables.EVENTS,
        old);
  }

  private void delete(Table<Record> table, Condition condition, String how) {
    if (database.fetchExists(DSL.selectOne().from(table).where(condition).limit(inline(1)))) {
      database.execute("DELETE FROM {0} WHERE {1} SETTINGS {2}", table, condition, DSL.raw(how));
    }
  }

  /**
   * Derives the rows of the users again from their remaining events. It first waits for insertions
   * whose derived rows may have been removed before their events became visible.
   */
  private void derive(TenantId tenant, Condition keys) {
    awaitInsertions();
    List<BigInteger> remaining =
        database
            .selectDistinct(field("toString(user_key)", String.class))
            .from(EventTables.EVENTS)
            .where(owned(tenant))
            .and(keys)
            .fetch(row -> new BigInteger(row.value1()));
    if (!remaining.isEmpty()) {
      derived.repair(
          owned(tenant)
              .and(
                  condition(
                      "user_key IN ({0})",
                      DSL.list(
                          remaining.stream()
                              .map(key -> field("toUInt128({0})", inline(key.toString())))
                              .toList()))));
    }
  }

  private Set<UUID> recount(TenantId tenant, Instant before) {
    Map<UUID, List<Long>> quarterHours =
        database
            .resultQuery(
                "SELECT DISTINCT journey_id, toInt64(quarter_hour) FROM {0} WHERE {1} AND before ="
                    + " {2}",
                table(name(QUARTER_HOURS)), owned(tenant), instant(before))
            .fetchGroups(row -> row.get(0, UUID.class), row -> row.get(1, Long.class));
    JourneyQuarterHours.batches(
            quarterHours.entrySet().stream()
                .map(journey ->
                    new JourneyQuarterHours(
                        tenant.value(), journey.getKey(), QuarterHours.of(journey.getValue())))
                .toList(),
            BATCH)
        .forEach(rollup::recount);
    return Set.copyOf(quarterHours.keySet());
  }

  /** Waits for the end of all insertions that are running now. */
  private void awaitInsertions() {
    Set<String> running = running();
    while (!running.isEmpty()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      running.retainAll(running());
    }
  }

  private Set<String> running() {
    return new HashSet<>(database.resultQuery(INSERTIONS).fetch(0, String.class));
  }

  /**
   * Removes masked rows from the disk, and the export jobs that searched for users erased before a
   * time.
   *
   * @return the time of completion, in seconds since 1970 by the clock of ClickHouse
   */
  long applyMasks(Instant before) {
    removeSearches(before);
    for (Table<Record> table : MASKED) {
      if (!table.equals(EventTables.USER_STATES)) {
        database.execute("ALTER TABLE {0} APPLY PATCHES SETTINGS mutations_sync = 1", table);
      }
      database.execute("ALTER TABLE {0} APPLY DELETED MASK SETTINGS mutations_sync = 1", table);
    }
    return now();
  }

  private long now() {
    return database.fetchSingle("SELECT toInt64(toUnixTimestamp(now()))").get(0, Long.class);
  }

  /**
   * Whether no bytes of the users erased before a time are left on the disk.
   *
   * @param since the time at which the last statement that removes their rows ended
   */
  boolean isGone(Instant before, long since) {
    return !isInOldParts(since) && !isThere(before);
  }

  private void removeSearches(Instant before) {
    Condition ofUsers =
        condition(
            """
            (tenant_id, JSONExtractString(job, 'question', 'filters', 'search')) IN
              (SELECT tenant_id, user_id FROM {0} WHERE before < {1})
            AND job_id NOT IN (
              SELECT job_id FROM {2} GROUP BY job_id
              HAVING argMax(status, revision) IN ('queued', 'running', 'ready'))
            """,
            table(name(schema, USERS)),
            instant(before),
            table(name(schema, EXPORT_JOBS.getName())));
    delete(EXPORT_JOBS, ofUsers, BY_MUTATION);
    database.execute("ALTER TABLE {0} APPLY DELETED MASK SETTINGS mutations_sync = 1", EXPORT_JOBS);
  }

  /** Looks for rows, including masked ones. */
  private boolean isThere(Instant before) {
    return database
        .resultQuery(
            """
            SELECT 1 FROM {0} AS rows
            INNER JOIN (SELECT tenant_id AS tenant, user_key AS key, max(before) AS until FROM {1} WHERE before < {2} GROUP BY ALL) AS users
              ON rows.tenant_id = users.tenant AND rows.user_key = users.key
            WHERE rows.time < users.until
            LIMIT 1
            SETTINGS apply_deleted_mask = 0, apply_patch_parts = 0
            """,
            EventTables.EVENTS, table(name(USERS)), instant(before))
        .fetch()
        .isNotEmpty();
  }

  /**
   * Looks for replaced parts that are not deleted yet. An idle table deletes them every ten
   * minutes; dropping a partition, which need not exist, makes it delete them immediately.
   */
  private boolean isInOldParts(long since) {
    List<String> tables =
        database
            .resultQuery(
                "SELECT DISTINCT table FROM system.parts WHERE database = currentDatabase() AND NOT"
                    + " active AND toUnixTimestamp(modification_time) <= {0} AND table IN ({1})",
                inline(since),
                DSL.list(
                    Stream.concat(
                            MASKED.stream().map(Table::getName),
                            Stream.of(EXPORT_JOBS.getName(), USERS))
                        .map(DSL::inline)
                        .toList()))
            .fetch(0, String.class);
    tables.forEach(
        one -> database.execute("ALTER TABLE {0} DROP PARTITION ID 'none'", table(name(one))));
    return !tables.isEmpty();
  }

  /**
   * Deletes the records of users erased before an hour.
   *
   * @return the time of completion, in seconds since 1970 by the clock of ClickHouse
   */
  long forget(Instant before) {
    long hour = before.truncatedTo(ChronoUnit.HOURS).getEpochSecond();
    for (String table : List.of(USERS, QUARTER_HOURS)) {
      database
          .resultQuery(
              "SELECT DISTINCT partition_id FROM system.parts WHERE database = currentDatabase()"
                  + " AND table = {0} AND active AND toUInt32(toDateTime(partition, 'UTC')) < {1}",
              inline(table), inline(hour))
          .fetch(0, String.class)
          .forEach(partition ->
              database.execute(
                  "ALTER TABLE {0} DROP PARTITION ID {1}", table(name(table)), inline(partition)));
    }
    return now();
  }

  private static Condition owned(TenantId tenant) {
    return TENANT_ID.eq(inline(tenant.value()));
  }

  private static Condition of(TenantId tenant, List<UUID> erasures) {
    return owned(tenant)
        .and(
            condition(
                "erasure_id IN ({0})",
                DSL.list(
                    erasures.stream()
                        .map(id -> field("toUUID({0})", inline(id.toString())))
                        .toList())));
  }

  /** The query names the database, since a mutation has no current database. */
  private Select<?> select(String column, TenantId tenant, List<UUID> erasures) {
    return DSL.select(field(name(column)))
        .from(table(name(schema, USERS)))
        .where(of(tenant, erasures));
  }

  private Condition in(String column, TenantId tenant, List<UUID> erasures) {
    return condition("{0} IN ({1})", field(name(column)), select(column, tenant, erasures));
  }

  /** A condition that selects unreadable rejected events whose text contains the id of a user. */
  private Condition namedIn(TenantId tenant, List<UUID> erasures) {
    return condition(
        "(user_id = '' AND multiSearchAny(event, (SELECT groupArray(user_id) FROM {0} WHERE {1})))",
        table(name(schema, USERS)), of(tenant, erasures));
  }
}
