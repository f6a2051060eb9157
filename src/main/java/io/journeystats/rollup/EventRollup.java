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
 * The statements of the rollup: the only class that computes one of the events' tables from
 * another, for all tenants.
 *
 * @param database where they run
 * @param mostInMemory so many quarter hours are in memory at once; each takes some 250 bytes there
 */
record EventRollup(DSLContext database, int mostInMemory) {
  /** The table of how far the rollup is. */
  static final String PROGRESS = EventTables.ROLLUP_PROGRESS.getName();

  /** So many separate times a journey's condition names; beyond, it reads across gaps. */
  private static final int MOST_SPANS = 16;

  private static final Field<String> TENANT_ID = field(name("tenant_id"), String.class);
  private static final Field<UUID> JOURNEY_ID = field(name("journey_id"), UUID.class);
  private static final Field<Object> TIME = field(name("time"), Object.class);

  /** Custom events belong to no journey. */
  private static final Condition OF_JOURNEYS = condition("type != 'custom'");

  /**
   * What ClickHouse has to tell about this moment.
   *
   * @param margin how long ago an insertion must be to be rolled up, lest a clock that is set back
   *     hides events
   */
  Moment moment(Duration margin) {
    // Whatever is inserted from now on bears a later time than what was inserted before the
    // insertions that are still going on began.
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
   * A moment of ClickHouse.
   *
   * @param present what is rolled up; zeros where nothing is
   * @param possible what can be rolled up
   * @param clock its time, in seconds since 1970
   * @param uptime how long it has been running, in seconds
   * @param isNew whether events were inserted that are not rolled up yet
   */
  record Moment(Watermark present, Watermark possible, long clock, long uptime, boolean isNew) {}

  /**
   * The quarter hours with events inserted after one watermark and up to another, also with custom
   * ones, in portions that find room in memory each.
   */
  List<Supplier<List<JourneyQuarterHours>>> changed(Watermark after, Watermark upTo) {
    return quarterHours(inserted(after.covers(), upTo.covers()));
  }

  /** All quarter hours with events, in portions likewise. */
  List<Supplier<List<JourneyQuarterHours>>> all() {
    return quarterHours(OF_JOURNEYS);
  }

  /** A tenant's journey. */
  private record Owner(String tenant, UUID journey) {}

  /** Mostly they are few; half a year of thousands of journeys, loaded at once, is not. */
  private List<Supplier<List<JourneyQuarterHours>>> quarterHours(Condition also) {
    Result<Record3<String, UUID, Long>> few =
        database.fetch(distinct(also).limit(inline(mostInMemory + 1)));
    if (few.size() <= mostInMemory) {
      return List.of(() -> grouped(few));
    }
    return portions(also).stream()
        .<Supplier<List<JourneyQuarterHours>>>map(
            journeys -> () -> grouped(database.fetch(distinct(also.and(of(journeys))))))
        .toList();
  }

  private static SelectConditionStep<Record3<String, UUID, Long>> distinct(Condition also) {
    return selectDistinct(TENANT_ID, JOURNEY_ID, quarterHour(TIME))
        .from(EventTables.EVENTS)
        .where(also);
  }

  /** Journeys that have as many quarter hours together as find room in memory. */
  private List<List<Owner>> portions(Condition also) {
    List<List<Owner>> portions = new ArrayList<>();
    List<Owner> portion = new ArrayList<>();
    long size = 0;
    for (var row :
        database.fetch(
            select(TENANT_ID, JOURNEY_ID, countDistinct(quarterHour(TIME)))
                .from(EventTables.EVENTS)
                .where(also)
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

  /** Counts the events of some quarter hours anew. */
  void roll(Watermark watermark, List<JourneyQuarterHours> some) {
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
        events(some));
  }

  /** Empties the quarter hours that no watermark from this one on has found an event in. */
  void emptyBefore(Watermark watermark) {
    emptyBefore(watermark, trueCondition());
  }

  private void emptyBefore(Watermark watermark, Condition also) {
    database.execute(
        """
        INSERT INTO {0} (tenant_id, journey_id, quarter_hour, version)
        SELECT tenant_id, journey_id, quarter_hour, {1} FROM {2}
        WHERE version < {1} AND notEmpty(counts.number) AND {3}
        """,
        EventTables.EVENT_COUNTS,
        inline(watermark.version()),
        deduplicated(EventTables.EVENT_COUNTS),
        also);
  }

  /** Counts quarter hours anew from which events were removed, so that no watermark shows it. */
  void recount(List<JourneyQuarterHours> some) {
    Watermark watermark = moment(Duration.ZERO).possible();
    roll(watermark, some);
    emptyBefore(
        watermark,
        or(
            some.stream()
                .map(one ->
                    of(List.of(new Owner(one.tenant(), one.journey())))
                        .and(EventCounts.in(one.quarterHours(), EventCounts.QUARTER_HOUR)))
                .toList()));
  }

  /** From now on readers rely on it. */
  void reach(Watermark watermark) {
    database.execute(
        "INSERT INTO {0} (version, covers) VALUES ({1}, toDateTime({2}))",
        EventTables.ROLLUP_PROGRESS, inline(watermark.version()), inline(watermark.covers()));
  }

  /** Holds for the events of some quarter hours. */
  static Condition events(List<JourneyQuarterHours> some) {
    return OF_JOURNEYS.and(or(some.stream().map(EventRollup::matching).toList()));
  }

  /**
   * When the first of the events was inserted that were inserted after one second and up to
   * another, in seconds since 1970; empty where none was.
   */
  Optional<Long> firstInsertion(long after, long upTo) {
    return database
        .fetchOptional(
            "SELECT toInt64(toUnixTimestamp(min(inserted_at))) FROM {0} WHERE {1} HAVING count() >"
                + " 0",
            EventTables.EVENTS, inserted(after, upTo))
        .map(row -> row.get(0, Long.class));
  }

  /** Holds for the events inserted after one second and up to another. */
  static Condition inserted(long after, long upTo) {
    return insertedAfter(after).and("inserted_at <= toDateTime({0})", inline(upTo));
  }

  /** Holds for the events inserted after that second. */
  static Condition insertedAfter(long second) {
    return condition("inserted_at > toDateTime({0})", inline(Math.max(0, second)));
  }

  private static Condition matching(JourneyQuarterHours some) {
    Condition times =
        or(
            some.quarterHours().spans(MOST_SPANS).stream()
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
