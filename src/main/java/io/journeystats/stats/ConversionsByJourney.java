package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static io.journeystats.clickhouse.ClickHouseExpressions.tupleElement;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static io.journeystats.stats.GoalEvents.DONE;
import static io.journeystats.stats.GoalEvents.START;
import static io.journeystats.stats.GoalEvents.column;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;

/**
 * The SQL of goal conversions of several journeys: whatever their goals ask for, custom events are
 * read once, and so are the starts of all journeys, as the events of many small journeys lie side
 * by side.
 *
 * @param events what goals are made of
 */
record ConversionsByJourney(GoalEvents events) {
  private static final Field<Integer> POSITION = field(name("position"), Integer.class);
  private static final Field<Long> PERIOD = field(name("period"), Long.class);

  /** The number of the conditions that a custom event satisfies, or a start waits for. */
  private static final Field<Integer> CONDITIONS = field(name("conditions"), Integer.class);

  private static final Name SOME = name("some");
  private static final Name WANTED = name("wanted");
  private static final Field<Object> ONE = field(name("one"), Object.class);
  private static final Field<?> UUID_OF_ONE =
      field("toUUID({0})", UUID.class, tupleElement(ONE, 1, String.class)).as(Columns.JOURNEY_ID);
  private static final Field<?> POSITION_OF_ONE = tupleElement(ONE, 3, Integer.class).as(POSITION);

  /**
   * Distinct users by journey and position of the number.
   *
   * @param wanted all goals of each number that is wanted
   */
  ResultQuery<Record> converted(List<WantedGoal> wanted) {
    List<WantedGoal> computed =
        wanted.stream().filter(one -> one.goal().conditions().isPresent()).toList();
    Select<Record> all =
        computed.isEmpty() ? reported(wanted) : reported(wanted).unionAll(computed(computed));
    return withSettings(
        select(Columns.JOURNEY_ID, POSITION, countDistinct(Columns.USER_KEY))
            .from(all.asTable("conversions"))
            .groupBy(Columns.JOURNEY_ID, POSITION),
        IN_WITHOUT_INDEX);
  }

  private Select<Record> reported(List<WantedGoal> wanted) {
    Select<Record> goals =
        rows(
            wanted,
            one ->
                List.of(
                    inline(one.journey().toString()),
                    inline(one.goal().id()),
                    inline(one.position())),
            List.of(
                UUID_OF_ONE,
                tupleElement(ONE, 2, String.class).as(Columns.GOAL_ID),
                POSITION_OF_ONE));
    Select<?> some =
        events.reported(
            journeys(wanted),
            Columns.GOAL_ID.in(
                wanted.stream().map(one -> one.goal().id()).distinct().map(DSL::inline).toList()));
    return select(
            List.of(
                column(SOME, Columns.JOURNEY_ID).as(Columns.JOURNEY_ID),
                column(WANTED, POSITION).as(POSITION),
                column(SOME, Columns.USER_KEY).as(Columns.USER_KEY)))
        .from(some.asTable(SOME))
        .join(goals.asTable(WANTED))
        .on(column(SOME, Columns.JOURNEY_ID).eq(column(WANTED, Columns.JOURNEY_ID)))
        .and(column(SOME, Columns.GOAL_ID).eq(column(WANTED, Columns.GOAL_ID)));
  }

  /** The first of such custom events after each start, if it came in time: at least one a user. */
  private Select<Record> computed(List<WantedGoal> wanted) {
    List<GoalConditions> conditions =
        wanted.stream().map(one -> one.goal().conditions().orElseThrow()).distinct().toList();
    return select(
            List.of(
                column(START, Columns.JOURNEY_ID).as(Columns.JOURNEY_ID),
                column(START, POSITION).as(POSITION),
                column(DONE, Columns.USER_KEY).as(Columns.USER_KEY)))
        .from(
            closestJoin(
                starts(wanted, conditions),
                START,
                events.doneByConditions(conditions, CONDITIONS),
                DONE,
                column(START, CONDITIONS).eq(column(DONE, CONDITIONS)).and(GoalEvents.inOrder())))
        .where(GoalEvents.inTime(column(START, PERIOD)));
  }

  /** Every start, once for each goal that it is one of. */
  private Select<Record> starts(List<WantedGoal> wanted, List<GoalConditions> conditions) {
    Set<String> steps = wanted.stream().map(ConversionsByJourney::startStep).collect(toSet());
    Duration longest =
        wanted.stream().map(one -> one.goal().conversionPeriod()).max(naturalOrder()).orElseThrow();
    Select<?> some = events.starts(journeys(wanted), steps, longest, conditions);
    return select(
            List.of(
                column(SOME, Columns.JOURNEY_ID).as(Columns.JOURNEY_ID),
                column(SOME, Columns.USER_KEY).as(Columns.USER_KEY),
                column(SOME, Columns.TIME).as(Columns.TIME),
                column(WANTED, POSITION).as(POSITION),
                column(WANTED, CONDITIONS).as(CONDITIONS),
                column(WANTED, PERIOD).as(PERIOD)))
        .from(some.asTable(SOME))
        .join(table(wanted, conditions).asTable(WANTED))
        .on(column(SOME, Columns.JOURNEY_ID).eq(column(WANTED, Columns.JOURNEY_ID)))
        .and(column(SOME, Columns.STEP_ID).eq(column(WANTED, Columns.STEP_ID)));
  }

  private static Select<Record> table(List<WantedGoal> wanted, List<GoalConditions> conditions) {
    return rows(
        wanted,
        one ->
            List.of(
                inline(one.journey().toString()),
                inline(startStep(one)),
                inline(one.position()),
                inline(conditions.indexOf(one.goal().conditions().orElseThrow())),
                inline(one.goal().conversionPeriod().toMillis())),
        List.of(
            UUID_OF_ONE,
            tupleElement(ONE, 2, String.class).as(Columns.STEP_ID),
            POSITION_OF_ONE,
            tupleElement(ONE, 4, Integer.class).as(CONDITIONS),
            tupleElement(ONE, 5, Long.class).as(PERIOD)));
  }

  /** Goals as rows: written as one literal, which is read much faster than many parts. */
  private static Select<Record> rows(
      List<WantedGoal> wanted,
      Function<WantedGoal, List<Field<?>>> values,
      List<SelectFieldOrAsterisk> columns) {
    List<Field<Object>> rows =
        wanted.stream().map(one -> tuple(values.apply(one).toArray(Field<?>[]::new))).toList();
    return select(columns)
        .from(select(field("arrayJoin([{0}])", Object.class, DSL.list(rows)).as(ONE)));
  }

  private static String startStep(WantedGoal wanted) {
    return wanted.goal().goalStepId().orElse(GoalEvents.NO_STEP);
  }

  private static Set<JourneyId> journeys(List<WantedGoal> wanted) {
    return wanted.stream().map(WantedGoal::journey).collect(toSet());
  }
}
