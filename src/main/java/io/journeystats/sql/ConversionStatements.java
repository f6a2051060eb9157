package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.literals;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;

import com.google.common.collect.Lists;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.journey.JourneyId;
import io.journeystats.rollup.QuarterHours;
import io.journeystats.sql.MaterializedGoals.Definition;
import io.journeystats.sql.MaterializedGoals.Filling;
import io.journeystats.sql.MaterializedGoals.Known;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/**
 * The statements that write, list and remove materialized conversions: the only class that does.
 *
 * @param database where they run
 */
record ConversionStatements(DSLContext database) {
  /** The maximum number of rows per statement. */
  private static final int MOST_TOGETHER = 1_000;

  /** Longer than any instance uses what it knows. */
  private static final Duration READABLE = Duration.ofMinutes(10);

  /** Longer than it takes to materialize a goal. */
  private static final Duration UNCLAIMED = Duration.ofDays(1);

  /** Longer than an instance could take to note what it knew before. */
  private static final Duration NOTED = Duration.ofDays(7);

  private static final List<Field<?>> COLUMNS =
      List.of(
          EventColumns.TIME, EventColumns.EVENT_KEY, EventColumns.USER_KEY, EventColumns.USER_ID);

  /** The byte of a goal that a conversion is one of. */
  private static final Field<Integer> GOAL = field(name("goal"), Integer.class);

  /**
   * A filling of a tenant to be noted.
   *
   * @param tenant the tenant
   * @param definition of which definition
   * @param filling which one
   */
  record Note(TenantId tenant, Definition definition, Filling filling) {}

  /** The latest filling of each definition of a tenant that readers may rely on. */
  Known load(TenantId tenant) {
    return known(notes(tenant));
  }

  /** The latest complete one of each definition. */
  static Known known(List<Note> notes) {
    Map<Definition, Filling> materialized = new HashMap<>();
    for (Note note : notes) {
      if (!note.filling().isBegun()) {
        materialized.merge(
            note.definition(),
            note.filling(),
            (one, other) -> one.version() >= other.version() ? one : other);
      }
    }
    return new Known(materialized);
  }

  /** All fillings of a tenant that are in use, also those that others have replaced. */
  List<Note> notes(TenantId tenant) {
    return database
        .fetch(
            """
            SELECT journey_id, definition, toInt64(filling), toInt64(max(progress).1), toInt64(max(progress).2)
            FROM {0} WHERE tenant_id = {1}
            GROUP BY journey_id, definition, filling HAVING max(dropped_at) = 0
            """,
            EventTables.CONVERSION_FILLINGS, inline(tenant.value()))
        .map(row ->
            new Note(
                tenant,
                new Definition(new JourneyId(row.get(0, UUID.class)), row.get(1, UUID.class)),
                new Filling(
                    row.get(2, Long.class), row.get(3, Long.class), row.get(4, Long.class))));
  }

  /** From now on readers may rely on these. */
  void note(List<Note> notes) {
    insert(
        notes,
        "progress",
        note ->
            field(
                "(toUInt64({0}), toUInt32({1}))",
                inline(note.filling().version()), inline(note.filling().covers())));
  }

  /** Soon no reader relies on these; they never come back. */
  void drop(List<Note> notes) {
    insert(notes, "dropped_at", _ -> field("toUInt32(toUnixTimestamp(now()))"));
  }

  private void insert(List<Note> notes, String column, Function<Note, Field<?>> value) {
    for (List<Note> some : Lists.partition(notes, MOST_TOGETHER)) {
      database.execute(
          "INSERT INTO {0} (tenant_id, journey_id, definition, filling, {1}) VALUES {2}",
          EventTables.CONVERSION_FILLINGS,
          raw(column),
          list(
              some.stream()
                  .map(note ->
                      field(
                          "({0}, {1}, {2}, {3}, {4})",
                          inline(note.tenant().value()),
                          inline(note.definition().journey().toString()),
                          inline(note.definition().id().toString()),
                          inline(note.filling().number()),
                          value.apply(note)))
                  .toList()));
    }
  }

  /**
   * Writes conversions; those that are there stay as they are.
   *
   * @param materialized the number of the filling for each journey and byte of a goal
   */
  void write(
      TenantId tenant,
      ConversionsQuery conversions,
      Map<JourneyId, Map<Integer, Long>> materialized) {
    GoalMask bytes = conversions.bytes();
    List<Field<?>> goals = new ArrayList<>();
    for (int goal = 0; goal < bytes.goals(); goal++) {
      Condition counts = bytes.anyOf(GoalMask.counting(List.of(goal)));
      goals.add(field("if({0}, [{1}], [])", counts, inline(goal)));
    }
    Select<?> byGoal =
        select(asterisk(), field("arrayJoin(arrayConcat({0}))", list(goals)).as(GOAL))
            .from(conversions.computedWithStarts(COLUMNS).asTable("computed"));
    List<String> keys = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    materialized.forEach((journey, ofJourney) ->
        ofJourney.forEach((goal, number) -> {
          keys.add(journey + "/" + goal);
          numbers.add(number);
        }));
    Field<Long> filling =
        field(
            "transform({0}, {1}, {2}, toUInt64(0))",
            Long.class,
            text(EventColumns.JOURNEY_ID).concat(inline("/")).concat(text(GOAL)),
            literals(keys),
            field("CAST({0}, 'Array(UInt64)')", literals(numbers)));
    Select<?> numbered =
        select(asterisk(), filling.as(TenantConversions.FILLING)).from(byGoal.asTable("by_goal"));
    database.execute(
        """
        INSERT INTO {0} (tenant_id, journey_id, filling, time, event_key, user_key, user_id, started_at)
        SELECT {1}, journey_id, filling, time, event_key, user_key, user_id, toUInt64({2} + {3})
        FROM ({4}) AS numbered WHERE filling > 0
        SETTINGS {5}
        """,
        EventTables.CONVERSIONS,
        inline(tenant.value()),
        epochMillis(ConversionsQuery.STARTED_AT),
        inline(QuarterHours.OFFSET_MILLIS),
        numbered,
        raw(IN_WITHOUT_INDEX));
  }

  /** How many conversions are kept, those of all tenants. */
  long rows() {
    return database
        .fetchSingle("SELECT toInt64(count()) FROM {0}", EventTables.CONVERSIONS)
        .get(0, Long.class);
  }

  /** How many conversions of a tenant are kept, by filling, the most first. */
  Map<Long, Long> rows(TenantId tenant) {
    Map<Long, Long> rows = new LinkedHashMap<>();
    database
        .fetch(
            "SELECT toInt64(filling), toInt64(count()) AS number FROM {0} WHERE tenant_id = {1}"
                + " GROUP BY filling ORDER BY number DESC",
            EventTables.CONVERSIONS, inline(tenant.value()))
        .forEach(row -> rows.put(row.get(0, Long.class), row.get(1, Long.class)));
    return rows;
  }

  /** Removes what no reader relies on any more, and what was never completed. */
  void removeUnused() {
    Select<?> dropped =
        select(field("filling"))
            .from(EventTables.CONVERSION_FILLINGS)
            .where(condition("dropped_at > 0"))
            .and(ago("dropped_at", READABLE));
    Select<?> noted = select(field("filling")).from(EventTables.CONVERSION_FILLINGS);
    remove(
        EventTables.CONVERSIONS,
        condition("filling IN ({0})", dropped)
            .or(
                condition("filling NOT IN ({0})", noted)
                    .and(ago("toUnixTimestamp(written_at)", UNCLAIMED))));
  }

  private void remove(Table<Record> table, Condition condition) {
    List<String> numbers =
        database
            .fetch("SELECT DISTINCT toString(filling) FROM {0} WHERE {1}", table, condition)
            .map(row -> row.get(0, String.class));
    if (!numbers.isEmpty()) {
      database.execute(
          "DELETE FROM {0} WHERE filling IN ({1}) SETTINGS lightweight_delete_mode ="
              + " 'lightweight_update_force'",
          table, raw(String.join(", ", numbers)));
    }
  }

  private static Condition ago(String seconds, Duration time) {
    return condition("{0} < toUnixTimestamp(now()) - {1}", raw(seconds), inline(time.toSeconds()));
  }

  /** The time of the first event that {@link TenantConversions#firstChange} finds. */
  Optional<Instant> first(Select<?> change) {
    Record row = database.fetchSingle(change);
    return row.get(0, Long.class) == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(row.get(1, Long.class)));
  }

  /** How many custom events there are, and when the first and the last was, in milliseconds. */
  Record span(Select<?> customs) {
    return database.fetchSingle(
        "SELECT toInt64(count()), min({0}), max({0}) FROM ({1})",
        epochMillis(EventColumns.TIME), customs);
  }

  /** What was noted of those that were dropped long ago. */
  void forgetDropped() {
    List<String> numbers =
        database
            .fetch(
                "SELECT toString(filling) FROM {0} GROUP BY filling HAVING max(dropped_at) > 0 AND"
                    + " {1}",
                EventTables.CONVERSION_FILLINGS, ago("max(dropped_at)", NOTED))
            .map(row -> row.get(0, String.class));
    if (!numbers.isEmpty()) {
      database.execute(
          "ALTER TABLE {0} DELETE WHERE filling IN ({1}) SETTINGS mutations_sync = 1",
          EventTables.CONVERSION_FILLINGS, raw(String.join(", ", numbers)));
    }
  }
}
