package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import io.journeystats.event.EventType;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/**
 * The SQL of the events that goals are made of, and of what makes a conversion of them; source: the
 * metrics specification, "Computed goals".
 *
 * @param events whose
 * @param range when conversions are wanted
 * @param users holds for the users whose conversions are wanted; their starts are not told apart
 */
record GoalEvents(TenantEvents events, TimeRange range, Condition users) {
  /** What a custom event is called where it is joined. */
  static final Name DONE = name("done");

  /** What a start is called where it is joined. */
  static final Name START = name("start");

  /** Stands for the step where tracking starts at the entrance; no step has such an id. */
  static final String NO_STEP = "";

  /** Those of all users. */
  GoalEvents(TenantEvents events, TimeRange range) {
    this(events, range, noCondition());
  }

  /** The conversions that senders reported, as events. */
  SelectConditionStep<?> reported(Set<JourneyId> journeys, Condition whichGoals) {
    return select(asterisk())
        .from(events.withDuplicates(journeys, EventSelection.of(EventType.GOAL_REACHED), range))
        .where(whichGoals)
        .and(users);
  }

  /** What starts the tracking of a goal: the journey, the user and the time. */
  SelectConditionStep<Record3<UUID, Object, Object>> starts(
      Set<JourneyId> journeys, Optional<String> goalStepId, Duration period) {
    EventType start = goalStepId.isPresent() ? EventType.STEP_COMPLETED : EventType.ENTERED;
    return select(Columns.JOURNEY_ID, Columns.USER_KEY, Columns.TIME)
        .from(events.withDuplicates(journeys, EventSelection.of(start), range.reachingBack(period)))
        .where(
            goalStepId
                .<Condition>map(step -> Columns.STEP_ID.eq(inline(step)))
                .orElse(trueCondition()));
  }

  /**
   * What starts the tracking of goals of several journeys: the journey, the step ({@link #NO_STEP}
   * where it is the entrance), the user and the time. Only starts of users who have a custom event
   * that conditions name, as others cannot convert.
   *
   * @param steps which steps: their completion, or the entrance
   * @param period how long before a conversion
   */
  Select<?> starts(
      Set<JourneyId> journeys,
      Set<String> steps,
      Duration period,
      List<GoalConditions> conditions) {
    EventSelection selection =
        EventSelection.of(
            steps.stream().map(GoalEvents::start).distinct().toArray(EventType[]::new));
    Field<String> step =
        when(Columns.TYPE.eq(inline(EventType.ENTERED.key())), inline(NO_STEP))
            .otherwise(Columns.STEP_ID);
    return select(Columns.JOURNEY_ID, step.as(Columns.STEP_ID), Columns.USER_KEY, Columns.TIME)
        .from(
            events
                .withDuplicates(journeys, selection, range.reachingBack(period))
                .asTable("starts"))
        .where(step.in(steps.stream().sorted().map(DSL::inline).toList()))
        .and(
            condition(
                "{0} IN ({1})",
                Columns.USER_KEY,
                select(Columns.USER_KEY)
                    .from(events.customs(names(conditions), users, range).asTable("named"))));
  }

  private static EventType start(String step) {
    return step.equals(NO_STEP) ? EventType.ENTERED : EventType.STEP_COMPLETED;
  }

  /**
   * The custom events that satisfy some of the conditions: the user, the time and the conditions'
   * place in the list, a row for each that holds.
   */
  Select<?> doneByConditions(List<GoalConditions> conditions, Field<Integer> place) {
    List<Field<Boolean>> holds =
        conditions.stream()
            .map(some ->
                field(
                    Columns.EVENT_NAME
                        .eq(inline(some.eventName()))
                        .and(PropertyConditions.all(some.filters()))))
            .toList();
    return select(
            Columns.USER_KEY,
            Columns.TIME,
            field(
                    "arrayJoin(arrayFilter((place, holds) -> holds, range({0}), [{1}]))",
                    Integer.class, inline(conditions.size()), DSL.list(holds))
                .as(place))
        .from(events.customs(names(conditions), users, range).asTable("custom"));
  }

  private static Set<String> names(List<GoalConditions> conditions) {
    return conditions.stream().map(GoalConditions::eventName).collect(toSet());
  }

  /** The custom events that satisfy conditions. */
  Select<?> done(GoalConditions conditions) {
    return named(conditions, PropertyConditions.all(conditions.filters()));
  }

  /** All custom events of their name, whatever their properties, which take long to read. */
  Select<?> named(GoalConditions conditions) {
    return named(conditions, noCondition());
  }

  private Select<?> named(GoalConditions conditions, Condition also) {
    return events.custom(conditions.eventName(), users.and(also), range);
  }

  /** Holds where a custom event is one of the user's after a start. */
  static Condition inOrder() {
    return column(DONE, Columns.USER_KEY)
        .eq(column(START, Columns.USER_KEY))
        .and(column(DONE, Columns.TIME).ge(column(START, Columns.TIME)));
  }

  /** Holds where a custom event came before the conversion period ended, in milliseconds. */
  static Condition inTime(Field<Long> period) {
    return epochMillis(column(DONE, Columns.TIME))
        .lt(epochMillis(column(START, Columns.TIME)).plus(period));
  }

  /** A column of one of several tables. */
  static <T> Field<T> column(Name table, Field<T> column) {
    return field(table.append(column.getUnqualifiedName()), column.getDataType());
  }
}
