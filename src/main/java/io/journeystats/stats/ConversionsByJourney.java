package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.stats.GoalEvents.DONE;
import static io.journeystats.stats.GoalEvents.START;
import static io.journeystats.stats.GoalEvents.column;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * The SQL of goal conversions of several journeys. Custom events that satisfy the same conditions
 * are looked for once, whichever journeys have goals with these conditions.
 *
 * @param events what goals are made of
 */
record ConversionsByJourney(GoalEvents events) {
  private static final Field<Integer> POSITION = field(name("position"), Integer.class);
  private static final Field<Long> PERIOD = field(name("period"), Long.class);

  /** Starts that count alike: for the numbers at one position, from one kind of start on. */
  private record Start(int position, Optional<String> goalStepId, Duration period) {}

  /**
   * Distinct users by journey and position of the number.
   *
   * @param wanted all goals of each number that is wanted
   */
  Select<Record3<UUID, Integer, Long>> converted(List<WantedGoal> wanted) {
    Map<Integer, List<WantedGoal>> reported =
        wanted.stream().collect(groupingBy(WantedGoal::position));
    Map<GoalConditions, List<WantedGoal>> computed =
        wanted.stream()
            .filter(one -> one.goal().conditions().isPresent())
            .collect(groupingBy(one -> one.goal().conditions().orElseThrow()));
    Select<Record> all =
        Stream.concat(
                reported.entrySet().stream().map(some -> reported(some.getKey(), some.getValue())),
                computed.entrySet().stream().map(some -> computed(some.getKey(), some.getValue())))
            .reduce(Select::unionAll)
            .orElseThrow();
    return select(Columns.JOURNEY_ID, POSITION, countDistinct(Columns.USER_KEY))
        .from(all.asTable("conversions"))
        .groupBy(Columns.JOURNEY_ID, POSITION);
  }

  private Select<Record> reported(int position, List<WantedGoal> wanted) {
    List<Field<Object>> goals =
        wanted.stream()
            .map(one ->
                field(
                    "({0}, {1})",
                    Object.class, inline(one.journey().toString()), inline(one.goal().id())))
            .distinct()
            .toList();
    return select(List.of(Columns.JOURNEY_ID, inline(position).as(POSITION), Columns.USER_KEY))
        .from(
            events
                .reported(
                    journeys(wanted),
                    condition(
                        "({0}, {1}) IN ({2})",
                        Columns.JOURNEY_ID, Columns.GOAL_ID, DSL.list(goals)))
                .asTable("reported"));
  }

  /** The first of such custom events after each start, if it came in time: at least one a user. */
  private Select<Record> computed(GoalConditions conditions, List<WantedGoal> wanted) {
    Select<Record> starts =
        wanted.stream()
            .collect(
                groupingBy(
                    one ->
                        new Start(
                            one.position(), one.goal().goalStepId(), one.goal().conversionPeriod()),
                    mapping(WantedGoal::journey, toSet())))
            .entrySet()
            .stream()
            .map(start -> starts(start.getKey(), start.getValue()))
            .reduce(Select::unionAll)
            .orElseThrow();
    return select(
            List.of(
                column(START, Columns.JOURNEY_ID).as(Columns.JOURNEY_ID),
                column(START, POSITION).as(POSITION),
                column(DONE, Columns.USER_KEY).as(Columns.USER_KEY)))
        .from(closestJoin(starts, START, events.done(conditions), DONE, GoalEvents.inOrder()))
        .where(GoalEvents.inTime(column(START, PERIOD)));
  }

  private Select<Record> starts(Start start, Set<JourneyId> journeys) {
    return select(
            List.of(
                Columns.JOURNEY_ID,
                inline(start.position()).as(POSITION),
                inline(start.period().toMillis()).as(PERIOD),
                Columns.USER_KEY,
                Columns.TIME))
        .from(events.starts(journeys, start.goalStepId(), start.period()).asTable("some"));
  }

  private static Set<JourneyId> journeys(List<WantedGoal> wanted) {
    return wanted.stream().map(WantedGoal::journey).collect(Collectors.toSet());
  }
}
