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
 * The rows of users who are erased: removes them from every table, so that all numbers are as if
 * they had never been there. Each step may be done again, also by several instances at once.
 *
 * <p>No statement contains the id of a user, since ClickHouse keeps the text of statements in logs.
 */
final class UserRows {
  private static final String USERS = "users_being_erased";
  private static final String QUARTER_HOURS = "quarter_hours_being_erased";
  private static final Table<Record> REJECTED_EVENTS = table(name("rejected_events"));

  private static final Table<Record> EXPORT_JOBS = table(name("export_jobs"));

  /** Those that rows are removed from by masks; a mask is no longer needed once it is applied. */
  private static final List<Table<Record>> MASKED =
      List.of(
          EventTables.EVENTS,
          EventTables.USER_ENTRANCES,
          EventTables.DEVICE_USERS,
          EventTables.USER_PRESENCE,
          EventTables.CONVERSIONS,
          REJECTED_EVENTS,
          EventTables.USER_STATES);

  /** By small parts beside the others, which waits for no merge. */
  private static final String BY_PATCH = "lightweight_delete_mode = 'lightweight_update_force'";

  private static final String BY_MUTATION =
      "lightweight_delete_mode = 'alter_update', lightweight_deletes_sync = 1";

  private static final String INSERTIONS =
      """
      SELECT query_id FROM system.processes
      WHERE query_kind = 'AsyncInsertFlush' OR query_kind = 'Insert' AND current_database = currentDatabase()
      """;

  /** How many quarter hours are counted in a statement at most. */
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
   * A user to be erased.
   *
   * @param erasure the id of the erasure
   * @param before events with a time before this are erased
   */
  record User(UUID erasure, TenantId tenant, String userId, Instant before) {}

  /** Notes users whose rows are going to be removed; durable when this returns. */
  void note(List<User> some) {
    users.insert(
        List.of(
            Column.text("tenant_id", user -> user.tenant().value()),
            Column.uuid("erasure_id", User::erasure),
            Column.text("user_id", User::userId),
            Column.time("before", User::before)),
        some);
  }

  /** The times before which events are erased, of erasures of a tenant. */
  Map<Instant, List<UUID>> byTime(TenantId tenant, List<UUID> erasures) {
    return database
        .resultQuery(
            "SELECT toUnixTimestamp64Milli(before), erasure_id FROM {0} WHERE {1}",
            table(name(USERS)), of(tenant, erasures))
        .fetchGroups(
            row -> Instant.ofEpochMilli(row.get(0, Long.class)), row -> row.get(1, UUID.class));
  }

  /**
   * Removes the rows of users of a tenant whose events before some time are erased.
   *
   * @return the journeys in which they had events
   */
  Set<UUID> remove(TenantId tenant, Instant before, List<UUID> erasures) {
    Condition keys = in("user_key", tenant, erasures);
    Condition ids = in("user_id", tenant, erasures);
    Condition old = owned(tenant).and(keys).and(TIME.lt(instant(before)));
    awaitInsertions();
    noteQuarterHours(old, before);
    delete(EventTables.EVENTS, old, BY_PATCH);
    delete(
        REJECTED_EVENTS,
        owned(tenant)
            .and(ids.or(namedIn(tenant, erasures)))
            .and(condition("received_at <= {0}", instant(before))),
        BY_PATCH);
    // What was derived or counted from the events while they were there is written by now.
    awaitInsertions();
    Condition ofUsers = owned(tenant).and(ids);
    delete(EventTables.USER_ENTRANCES, ofUsers, BY_PATCH);
    delete(EventTables.DEVICE_USERS, ofUsers, BY_PATCH);
    delete(EventTables.USER_PRESENCE, ofUsers, BY_PATCH);
    // What follows a start that stays is not derived again.
    Condition wasBefore =
        TIME.lt(instant(before)).or(condition("started_at < {0}", KeptUserStates.millis(before)));
    delete(EventTables.CONVERSIONS, owned(tenant).and(keys).and(wasBefore), BY_PATCH);
    delete(EventTables.USER_STATES, ofUsers, BY_MUTATION);
    derive(tenant, keys);
    return recount(tenant, before);
  }

  private void noteQuarterHours(Condition old, Instant before) {
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
   * Derives again what is known of these users, from the events that stay. An insertion whose
   * events could not be seen yet, and whose derived rows could be removed, has ended by then.
   */
  private void derive(TenantId tenant, Condition keys) {
    awaitInsertions();
    List<BigInteger> stay =
        database
            .selectDistinct(field("toString(user_key)", String.class))
            .from(EventTables.EVENTS)
            .where(owned(tenant))
            .and(keys)
            .fetch(row -> new BigInteger(row.value1()));
    if (!stay.isEmpty()) {
      derived.repair(
          owned(tenant)
              .and(
                  condition(
                      "user_key IN ({0})",
                      DSL.list(
                          stay.stream()
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

  /** Waits until all insertions have ended that are going on now. */
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
   * Removes from the disk what is masked, and exports that were asked for about users whose erasure
   * was asked for before some time.
   *
   * @return when that was done, in seconds since 1970 by the clock of ClickHouse
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
   * Tells whether nothing is on the disk any more of the users whose erasure was asked for before
   * some time.
   *
   * @param since when the last statement that removes something of them had ended
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

  /** Looks for rows behind their masks. */
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
   * Looks for parts that were replaced and are still to be deleted. A table in which nothing
   * happens looks for them every ten minutes; to drop a partition makes it look at once, be there
   * one or not.
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
   * Forgets the users whose erasure was asked for before an hour began.
   *
   * @return when that was done, in seconds since 1970 by the clock of ClickHouse
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

  /** The database is named, as a mutation runs in none. */
  private Select<?> select(String column, TenantId tenant, List<UUID> erasures) {
    return DSL.select(field(name(column)))
        .from(table(name(schema, USERS)))
        .where(of(tenant, erasures));
  }

  private Condition in(String column, TenantId tenant, List<UUID> erasures) {
    return condition("{0} IN ({1})", field(name(column)), select(column, tenant, erasures));
  }

  /** Holds for texts of refused events that nobody can read, but which contain the id of a user. */
  private Condition namedIn(TenantId tenant, List<UUID> erasures) {
    return condition(
        "(user_id = '' AND multiSearchAny(event, (SELECT groupArray(user_id) FROM {0} WHERE {1})))",
        table(name(schema, USERS)), of(tenant, erasures));
  }
}
