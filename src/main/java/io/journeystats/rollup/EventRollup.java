package io.journeystats.rollup;

import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.deduplicated;
import static io.journeystats.clickhouse.ClickHouseExpressions.instant;
import static io.journeystats.rollup.EventCounts.quarterHour;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.clickhouse.EventTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/**
 * The SQL statements of the rollup, which counts events per quarter hour for all tenants.
 *
 * @param database the database
 * @param mostInMemory the maximum number of quarter hours in memory, of about 250 bytes each
 */
record EventRollup(DSLContext database, int mostInMemory) {
  /** The name of the table with the watermarks of the rollup. */
  static final String PROGRESS = EventTables.ROLLUP_PROGRESS.getName();

  /**
   * The maximum number of time spans in the condition on a journey; more are joined across gaps.
   */
  private static final int MAXIMUM_SPANS = 16;

  private static final Field<String> TENANT_ID = field(name("tenant_id"), String.class);
  private static final Field<UUID> JOURNEY_ID = field(name("journey_id"), UUID.class);
  private static final Field<Object> TIME = field(name("time"), Object.class);

  /** Custom events belong to no journey. */
  private static final Condition OF_JOURNEYS = condition("type != 'custom'");

  /**
   * Reads the current state of ClickHouse and of the rollup.
   *
   * @param margin the minimum age of insertions to roll up, which protects against a clock that is
   *     set back
   */
  Moment moment(Duration margin) {
    // Insertions from now on have later times than insertions that ended before the longest running
    // one started.
    Record row =
        database.fetchSingle(
            """
            SELECT
              present.1,
              present.2,
              greatest(now_micros, present.1 + 1),
              toInt64(floor(now_micros / 1e6 - greatest({1}, longest_insertion))) - 1,
              intDiv(now_micros, 1000000),
              toInt64(uptime()),
              (SELECT count() FROM {2} WHERE inserted_at > (SELECT argMax(covers, version) FROM {0}))
            FROM (
              SELECT
                (SELECT (toInt64(max(version)), toInt64(argMax(covers, version))) FROM {0}) AS present,
                toUnixTimestamp64Micro(now64(6)) AS now_micros,
                (SELECT max(elapsed) FROM system.processes WHERE query_kind IN ('Insert', 'AsyncInsertFlush'))
                  AS longest_insertion)
            """,
            EventTables.ROLLUP_PROGRESS, inline(margin.toMillis() / 1e3), EventTables.EVENTS);
    return new Moment(
        new Watermark(row.get(0, Long.class), row.get(1, Long.class)),
        new Watermark(row.get(2, Long.class), row.get(3, Long.class)),
        row.get(4, Long.class),
        row.get(5, Long.class),
        row.get(6, Long.class) > 0);
  }

  /**
   * The state of ClickHouse and of the rollup at a moment.
   *
   * @param present the current watermark; zeros if there is none
   * @param possible the highest possible watermark
   * @param clock the time of ClickHouse, in seconds since 1970
   * @param uptime the uptime of ClickHouse, in seconds
   * @param isNew whether there are events that are not rolled up
   */
  record Moment(Watermark present, Watermark possible, long clock, long uptime, boolean isNew) {}

  /**
   * The quarter hours of events, including custom ones, inserted between two watermarks, in
   * portions that fit in memory.
   */
  List<Supplier<List<JourneyQuarterHours>>> changed(Watermark after, Watermark upTo) {
    return quarterHours(inserted(after.covers(), upTo.covers()));
  }

  /** All quarter hours with events, in portions that fit in memory. */
  List<Supplier<List<JourneyQuarterHours>>> all() {
    return quarterHours(OF_JOURNEYS);
  }

  /** A tenant's journey. */
  private record Owner(String tenant, UUID journey) {}

  /** Usually there are few; a bulk load of months of thousands of journeys has many. */
  private List<Supplier<List<JourneyQuarterHours>>> quarterHours(Condition condition) {
    Result<Record3<String, UUID, Long>> few =
        database.fetch(distinct(condition).limit(inline(mostInMemory + 1)));
    if (few.size() <= mostInMemory) {
      return List.of(() -> grouped(few));
    }
    return portions(condition).stream()
        .<Supplier<List<JourneyQuarterHours>>>map(
            journeys -> () -> grouped(database.fetch(distinct(condition.and(of(journeys))))))
        .toList();
  }

  private static SelectConditionStep<Record3<String, UUID, Long>> distinct(Condition condition) {
    return selectDistinct(TENANT_ID, JOURNEY_ID, quarterHour(TIME))
        .from(EventTables.EVENTS)
        .where(condition);
  }

  /** Groups journeys so that the quarter hours of each group fit in memory. */
  private List<List<Owner>> portions(Condition condition) {
    List<List<Owner>> portions = new ArrayList<>();
    List<Owner> portion = new ArrayList<>();
    long size = 0;
    for (var row :
        database.fetch(
            select(TENANT_ID, JOURNEY_ID, countDistinct(quarterHour(TIME)))
                .from(EventTables.EVENTS)
                .where(condition)
                .groupBy(TENANT_ID, JOURNEY_ID)
                .orderBy(TENANT_ID, JOURNEY_ID))) {
      if (size + row.value3() > mostInMemory && !portion.isEmpty()) {
        portions.add(List.copyOf(portion));
        portion.clear();
        size = 0;
      }
      portion.add(new Owner(row.value1(), row.value2()));
      size += row.value3();
    }
    portions.add(List.copyOf(portion));
    return portions;
  }

  private static Condition of(List<Owner> owners) {
    return condition(
        "({0}, {1}) IN ({2})",
        TENANT_ID,
        JOURNEY_ID,
        DSL.list(
            owners.stream()
                .map(owner -> field("({0}, {1})", inline(owner.tenant()), inline(owner.journey())))
                .toList()));
  }

  private static List<JourneyQuarterHours> grouped(
      Result<Record3<String, UUID, Long>> quarterHours) {
    return quarterHours
        .intoGroups(row -> new Owner(row.value1(), row.value2()), row -> row.get(2, Long.class))
        .entrySet()
        .stream()
        .map(group ->
            new JourneyQuarterHours(
                group.getKey().tenant(),
                group.getKey().journey(),
                QuarterHours.of(group.getValue())))
        .toList();
  }

  /** Recounts the events of quarter hours. */
  void roll(Watermark watermark, List<JourneyQuarterHours> quarterHours) {
    database.execute(
        """
        INSERT INTO {0}
          (tenant_id, journey_id, quarter_hour, version, earliest,
           counts.type, counts.step_id, counts.channel, counts.reason, counts.number)
        SELECT
          tenant_id, journey_id, quarter_hour, {1}, min(first),
          groupArray(type), groupArray(step_id), groupArray(channel), groupArray(reason), groupArray(number)
        FROM (
          SELECT
            tenant_id, journey_id, {2} AS quarter_hour, type, step_id, channel, reason,
            count() AS number, fromUnixTimestamp64Milli(min(toUnixTimestamp64Milli(time)), 'UTC') AS first
          FROM {3}
          WHERE {4}
          GROUP BY tenant_id, journey_id, quarter_hour, type, step_id, channel, reason)
        GROUP BY tenant_id, journey_id, quarter_hour
        """,
        EventTables.EVENT_COUNTS,
        inline(watermark.version()),
        quarterHour(TIME),
        deduplicated(EventTables.EVENTS),
        events(quarterHours));
  }

  /** Empties the quarter hours in which no event was found at this watermark or later. */
  void emptyBefore(Watermark watermark) {
    emptyBefore(watermark, trueCondition());
  }

  private void emptyBefore(Watermark watermark, Condition condition) {
    database.execute(
        """
        INSERT INTO {0} (tenant_id, journey_id, quarter_hour, version)
        SELECT tenant_id, journey_id, quarter_hour, {1} FROM {2}
        WHERE version < {1} AND notEmpty(counts.number) AND {3}
        """,
        EventTables.EVENT_COUNTS,
        inline(watermark.version()),
        deduplicated(EventTables.EVENT_COUNTS),
        condition);
  }

  /** Recounts quarter hours from which events were removed, which no watermark shows. */
  void recount(List<JourneyQuarterHours> quarterHours) {
    Watermark watermark = moment(Duration.ZERO).possible();
    roll(watermark, quarterHours);
    emptyBefore(
        watermark,
        or(
            quarterHours.stream()
                .map(one ->
                    of(List.of(new Owner(one.tenant(), one.journey())))
                        .and(EventCounts.in(one.quarterHours(), EventCounts.QUARTER_HOUR)))
                .toList()));
  }

  /** Publishes a watermark, on which readers rely from now on. */
  void reach(Watermark watermark) {
    database.execute(
        "INSERT INTO {0} (version, covers) VALUES ({1}, toDateTime({2}))",
        EventTables.ROLLUP_PROGRESS, inline(watermark.version()), inline(watermark.covers()));
  }

  /** A condition that selects the events of quarter hours. */
  static Condition events(List<JourneyQuarterHours> quarterHours) {
    return OF_JOURNEYS.and(or(quarterHours.stream().map(EventRollup::matching).toList()));
  }

  /**
   * The time of the first insertion after one second and up to another, in seconds since 1970;
   * empty if there was none.
   */
  Optional<Long> firstInsertion(long after, long upTo) {
    return database
        .fetchOptional(
            "SELECT toInt64(toUnixTimestamp(min(inserted_at))) FROM {0} WHERE {1} HAVING count() >"
                + " 0",
            EventTables.EVENTS, inserted(after, upTo))
        .map(row -> row.get(0, Long.class));
  }

  /** A condition that selects the events inserted after one second and up to another. */
  static Condition inserted(long after, long upTo) {
    return insertedAfter(after).and("inserted_at <= toDateTime({0})", inline(upTo));
  }

  /** A condition that selects the events inserted after a second. */
  static Condition insertedAfter(long second) {
    return condition("inserted_at > toDateTime({0})", inline(Math.max(0, second)));
  }

  private static Condition matching(JourneyQuarterHours some) {
    Condition times =
        or(
            some.quarterHours().spans(MAXIMUM_SPANS).stream()
                .map(span ->
                    TIME.ge(instant(span.lowerEndpoint()))
                        .and(TIME.lt(instant(span.upperEndpoint()))))
                .toList());
    return TENANT_ID
        .eq(inline(some.tenant()))
        .and(JOURNEY_ID.eq(inline(some.journey())))
        .and(times)
        .and(EventCounts.in(some.quarterHours(), quarterHour(TIME)));
  }
}
