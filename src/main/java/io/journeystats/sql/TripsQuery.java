package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.timeOfMillis;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.event.EventType;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.FlowPart;
import io.journeystats.metric.FlowPart.Next;
import io.journeystats.metric.FlowPart.Passage;
import io.journeystats.metric.TripEnd;
import io.journeystats.query.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL of users' trips; source: the specification of the analysis, "Words" and "Flow".
 *
 * <p>An event is one number: its time, then its kind, then its step. Numbers of a user in ascending
 * order are the user's way, with the entrances of a time before everything else of it; cut before
 * each entrance, they are the trips. Copies of an event are the same number, which a path holds
 * once; only entrances must not have any.
 *
 * @param events whose
 * @param journey in which journey
 * @param range trips that start when
 * @param steps the ids of the steps, in the order of the definition
 * @param users holds for the users whose trips are wanted
 */
record TripsQuery(
    TenantTables events, JourneyId journey, TimeRange range, List<String> steps, Condition users) {
  private static final EventSelection ENTRANCES = EventSelection.of(EventType.ENTERED);
  private static final EventSelection OTHERS =
      EventSelection.of(
          EventType.STEP_ENTERED, EventType.STEP_COMPLETED, EventType.EXITED, EventType.DROPPED);

  /** Milliseconds from 1900, the earliest time of an event, to 1970. */
  private static final long SINCE_1900 = 2_208_988_800_000L;

  private static final int KIND_BITS = 2;
  private static final int CODE_BITS = StepOrdinals.BITS + KIND_BITS;
  private static final long KIND = 1L << StepOrdinals.BITS;
  private static final long ENTERED = KIND;
  private static final long COMPLETED = 2 * KIND;
  private static final long LEFT = 3 * KIND;

  /** The number of a passage's end, above those of steps. */
  static final long END = KIND;

  private static final Field<Long> EVENT = field(name("event"), Long.class);
  private static final Field<Object> WAY = field(name("way"), Object.class);
  private static final Field<Object> PARTS = field(name("parts"), Object.class);
  private static final Field<Object> TRIP = field(name("trip"), Object.class);
  private static final Field<Integer> TRIP_NUMBER = field(name("trip_number"), Integer.class);
  private static final Field<Object> CODES = field(name("codes"), Object.class);
  private static final Field<Long> STARTED_AT = field(name("started_at_ms"), Long.class);
  private static final Field<Object> VISITS = field(name("visits"), Object.class);
  private static final Field<Object> COMPLETIONS = field(name("completions"), Object.class);
  private static final Field<Long> LAST = field(name("end_number"), Long.class);
  private static final Field<Long> OCCURRENCE = field(name("occurrence"), Long.class);

  /**
   * A row for each part of each trip: one number that says what is counted, a passage, a step that
   * is visited or one that was completed.
   */
  Select<Record> parts() {
    Field<Object> passages =
        field(
            "arrayMap((f, t) -> bitShiftLeft(toUInt64(f), {0}) + t, {1}, {2})",
            Object.class, inline(FlowQuery.FROM), before(), after());
    return select(
            List.of(
                field(
                        "arrayJoin(arrayConcat({0}, {1}, {2}))",
                        Object.class,
                        passages,
                        about(FlowQuery.VISITED, field("arrayDistinct({0})", VISITS)),
                        about(FlowQuery.COMPLETED, COMPLETIONS))
                    .as(FlowQuery.WHAT)))
        .from(trips(false).asTable("trips"));
  }

  /**
   * A part of trips as if each were an event of its user at the start of its trip: these columns,
   * of those that tell users and events apart.
   */
  Select<Record> each(List<Field<?>> columns, FlowPart part) {
    Select<?> parts =
        select(
                EventColumns.USER_ID,
                STARTED_AT,
                TRIP_NUMBER,
                field("arrayJoin(range(toUInt32({0})))", Long.class, times(part)).as(OCCURRENCE))
            .from(trips(true).asTable("trips"));
    Select<?> found =
        select(
                EventColumns.USER_ID,
                inline("").as(EventColumns.TYPE),
                timeOfMillis(STARTED_AT).as(EventColumns.TIME),
                field("({0}, {1})", TRIP_NUMBER, OCCURRENCE).as(EventColumns.EVENT_KEY))
            .from(parts.asTable("parts_of_trips"));
    return select(columns).from(found.asTable("found"));
  }

  /** The ids of users who may have a trip. */
  Select<Record> possible() {
    return select(List.of(EventColumns.USER_ID))
        .from(events.withDuplicates(journey, ENTRANCES, range).asTable("some"))
        .where(users);
  }

  /** How often a part is on a trip. */
  private Field<Long> times(FlowPart part) {
    return switch (part) {
      case FlowPart.Trips(var step) -> field("has({0}, {1})", Long.class, VISITS, number(step));
      case FlowPart.Visits(var step) ->
          field("countEqual({0}, {1})", Long.class, VISITS, number(step));
      case FlowPart.Completed(var step) ->
          field("has({0}, {1})", Long.class, COMPLETIONS, number(step));
      case Passage(var from, var next) ->
          field(
              "arrayCount((f, t) -> f = {0} AND t = {1}, {2}, {3})",
              Long.class,
              from.map(this::number).orElse(inline(0L)),
              switch (next) {
                case Next.Visit(var step) -> number(step);
                case Next.End(var end) -> inline(END + end.number());
              },
              before(),
              after());
    };
  }

  /** Numbers of steps that there are not are those of none. */
  private Field<Long> number(String step) {
    return field("if({0} = 0, {1}, {0})", Long.class, numbers().number(step), inline(2 * END - 1));
  }

  /** What comes before each passage: the start, then the visits. */
  private static Field<Object> before() {
    return field("arrayPushFront({0}, 0)", Object.class, VISITS);
  }

  /** What comes after it: the visits, then the end. */
  private static Field<Object> after() {
    return field("arrayPushBack({0}, {1} + {2})", Object.class, VISITS, inline(END), LAST);
  }

  private static Field<Object> about(int what, Field<?> steps) {
    return field(
        "arrayMap(s -> bitShiftLeft(toUInt64({0}), {1}) + s, {2})",
        Object.class, inline(what), inline(FlowQuery.ABOUT), steps);
  }

  /** A row for each trip: its visits, the steps completed on it, and how it ended. */
  private Select<Record> trips(boolean withUsers) {
    Field<Object> visits =
        field(
            """
            arrayCompact(arrayMap(c -> toUInt32(c % {0}), arrayFilter(c -> c BETWEEN {1} AND {2}, {3})))\
            """,
            Object.class, inline(KIND), inline(ENTERED), inline(LEFT - 1), CODES);
    Field<Object> completions =
        field(
            """
            arrayDistinct(arrayMap(c -> toUInt32(c % {0}), arrayFilter(c -> c BETWEEN {1} AND {2}, {3})))\
            """,
            Object.class, inline(KIND), inline(COMPLETED), inline(LEFT - 1), CODES);
    // Later ones come last, and of the same time those that drop the user.
    Field<Long> end =
        field(
            "toUInt32(if(arrayExists(c -> c >= {0}, {1}), arrayLast(c -> c >= {0}, {1}) - {0},"
                + " if({2} = 1, {3}, {4})))",
            Long.class,
            inline(LEFT),
            CODES,
            field(name("is_last")),
            inline(TripEnd.IN_PROGRESS.number()),
            inline(TripEnd.ENTERED_AGAIN.number()));
    List<SelectFieldOrAsterisk> columns =
        new ArrayList<>(
            List.of(visits.as(VISITS), completions.as(COMPLETIONS), end.as(LAST), STARTED_AT));
    List<SelectFieldOrAsterisk> codes =
        new ArrayList<>(
            List.of(
                field(
                        "arrayMap(e -> toUInt32(bitAnd(e, {0})), {1})",
                        inline((1L << CODE_BITS) - 1), TRIP)
                    .as(CODES),
                field(
                        "toInt64(bitShiftRight({0}[1], {1})) - {2}",
                        Long.class, TRIP, inline(CODE_BITS), inline(SINCE_1900))
                    .as(STARTED_AT),
                field("{0} = trips_of_user", TRIP_NUMBER).as("is_last")));
    if (withUsers) {
      columns.add(EventColumns.USER_ID);
      columns.add(TRIP_NUMBER);
      codes.add(EventColumns.USER_ID);
      codes.add(TRIP_NUMBER);
    }
    List<SelectFieldOrAsterisk> ofUser =
        new ArrayList<>(
            List.of(
                field("arrayJoin(arrayZip({0}, arrayEnumerate({0})))", Object.class, PARTS)
                    .as("numbered"),
                field("length({0})", PARTS).as("trips_of_user")));
    List<SelectFieldOrAsterisk> ofTrip =
        new ArrayList<>(
            List.of(
                field("numbered.1", Object.class).as(TRIP),
                field("numbered.2", Integer.class).as(TRIP_NUMBER),
                field(name("trips_of_user"))));
    List<SelectFieldOrAsterisk> parts =
        new ArrayList<>(
            List.of(
                field(
                        "arraySplit(e -> bitAnd(e, {0}) = 0, {1})",
                        Object.class, inline((1L << CODE_BITS) - 1), WAY)
                    .as(PARTS)));
    if (withUsers) {
      ofUser.add(EventColumns.USER_ID);
      ofTrip.add(EventColumns.USER_ID);
      parts.add(EventColumns.USER_ID);
    }
    Select<?> cut = select(parts).from(ways(withUsers).asTable("ways"));
    Select<?> each =
        select(ofTrip).from(select(ofUser).from(cut.asTable("cut")).asTable("of_user"));
    // What was before the first entrance is on no trip.
    Select<?> started =
        select(codes)
            .from(each.asTable("each"))
            .where(condition("{0}[1] % {1} = 0", TRIP, inline(1L << CODE_BITS)));
    return select(columns).from(started.asTable("started")).where(inRange());
  }

  private Condition inRange() {
    TimeRange kept = events.kept(range);
    return kept.from()
        .<Condition>map(from -> STARTED_AT.ge(inline(from.toEpochMilli())))
        .orElse(trueCondition())
        .and(
            kept.to()
                .<Condition>map(to -> STARTED_AT.lt(inline(to.toEpochMilli())))
                .orElse(trueCondition()));
  }

  /** Each user's events in order. Trips that start in the range may go on after it. */
  private Select<Record> ways(boolean withUsers) {
    TimeRange onwards = new TimeRange(range.from(), Optional.empty());
    Condition wanted = users;
    if (range.to().isPresent() || range.from().isPresent()) {
      wanted =
          wanted.and(
              condition(
                  "{0} IN ({1})",
                  EventColumns.USER_KEY,
                  select(EventColumns.USER_KEY)
                      .from(events.withDuplicates(journey, ENTRANCES, range).asTable("entrances"))
                      .where(users)));
    }
    List<SelectFieldOrAsterisk> who = new ArrayList<>(List.of(EventColumns.USER_KEY));
    List<SelectFieldOrAsterisk> columns =
        new ArrayList<>(
            List.of(
                EventColumns.USER_KEY,
                field("arraySort(groupArray({0}))", Object.class, EVENT).as(WAY)));
    if (withUsers) {
      who.add(EventColumns.USER_ID);
      columns.add(anyOf(EventColumns.USER_ID).as(EventColumns.USER_ID));
    }
    Select<Record> entrances =
        select(with(who, number(inline(0L))))
            .from(events.once(journey, ENTRANCES, onwards).asTable("entrances"))
            .where(wanted);
    Field<Long> step = field(name("step_number"), Long.class);
    Field<Long> code =
        field(
            "multiIf({0} = 'step_entered', {1} + {4}, {0} = 'step_completed', {2} + {4},"
                + " {0} = 'exited', {3}, {3} + 1)",
            Long.class, EventColumns.TYPE, inline(ENTERED), inline(COMPLETED), inline(LEFT), step);
    Select<Record> others =
        select(with(who, number(code)))
            .from(
                select(asterisk(), numbers().number().as(step))
                    .from(events.withDuplicates(journey, OTHERS, onwards).asTable("others"))
                    .asTable("with_step"))
            .where(wanted)
            .and(condition("({0} > 0 OR {1} IN ('exited', 'dropped'))", step, EventColumns.TYPE));
    return select(columns)
        .from(entrances.unionAll(others).asTable("events"))
        .groupBy(EventColumns.USER_KEY);
  }

  private static List<SelectFieldOrAsterisk> with(
      List<SelectFieldOrAsterisk> columns, Field<Long> number) {
    List<SelectFieldOrAsterisk> all = new ArrayList<>(columns);
    all.add(number.as(EVENT));
    return all;
  }

  private static Field<Long> number(Field<Long> code) {
    return field(
        "bitShiftLeft(toUInt64({0} + {1}), {2}) + toUInt64({3})",
        Long.class, epochMillis(EventColumns.TIME), inline(SINCE_1900), inline(CODE_BITS), code);
  }

  StepOrdinals numbers() {
    return StepOrdinals.of(events, journey, steps);
  }
}
