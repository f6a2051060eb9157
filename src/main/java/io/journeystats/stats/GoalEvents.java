package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
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
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

/**
 * The SQL of the events that goals are made of, and of what makes a conversion of them; source: the
 * metrics specification, "Computed goals".
 *
 * @param events whose
 * @param range when conversions are wanted
 */
record GoalEvents(TenantEvents events, TimeRange range) {
  /** What a custom event is called where it is joined. */
  static final Name DONE = name("done");

  /** What a start is called where it is joined. */
  static final Name START = name("start");

  /** The conversions that senders reported: the journey, the user, the time, and the user's id. */
  SelectConditionStep<Record4<UUID, Object, Object, String>> reported(
      Set<JourneyId> journeys, Condition whichGoals) {
    return select(Columns.JOURNEY_ID, Columns.USER_KEY, Columns.TIME, Columns.USER_ID)
        .from(events.withDuplicates(journeys, EventSelection.of(EventType.GOAL_REACHED), range))
        .where(whichGoals);
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
    return events.custom(
        conditions.eventName(), PropertyConditions.all(conditions.filters()), range);
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
