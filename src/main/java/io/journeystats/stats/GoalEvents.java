package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.event.EventType;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

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
