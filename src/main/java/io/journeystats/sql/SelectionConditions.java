package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.instant;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import io.journeystats.metric.EventSelection;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.EventCounts;
import io.journeystats.rollup.QuarterHours;
import org.jooq.Condition;
import org.jooq.Field;

/** The SQL of which events a formula looks at. */
final class SelectionConditions {
  private SelectionConditions() {}

  /** Holds for the events of a selection. */
  static Condition matching(EventSelection events) {
    return EventColumns.TYPE
        .in(events.types().stream().sorted().map(type -> inline(type.key())).toList())
        .and(
            events
                .channel()
                .<Condition>map(channel -> EventColumns.CHANNEL.eq(inline(channel.key())))
                .orElse(noCondition()))
        .and(
            events
                .reason()
                .<Condition>map(reason -> EventColumns.REASON.eq(inline(reason)))
                .orElse(noCondition()))
        .and(
            events
                .step()
                .<Condition>map(step -> EventColumns.STEP_ID.eq(inline(step)))
                .orElse(noCondition()))
        .and(
            events
                .link()
                .<Condition>map(link -> EventColumns.LINK_URL.eq(inline(link)))
                .orElse(noCondition()));
  }

  /** Holds for the events of a user; the hash is what an index is for. */
  static Condition isUser(String userId) {
    return condition(
            "{0} = reinterpretAsUInt128(sipHash128({1}))", EventColumns.USER_KEY, inline(userId))
        .and(EventColumns.USER_ID.eq(inline(userId)));
  }

  /** Holds for the events of a range. */
  static Condition inside(TimeRange range) {
    return inside(range, EventColumns.TIME);
  }

  /** Holds where a time lies in a range. */
  static Condition inside(TimeRange range, Field<Object> time) {
    return range
        .from()
        .<Condition>map(from -> time.ge(instant(from)))
        .orElse(noCondition())
        .and(range.to().<Condition>map(to -> time.lt(instant(to))).orElse(noCondition()));
  }

  /** Holds for the quarter hours that begin in a range, and for the one in which it begins. */
  static Condition whole(TimeRange range) {
    return range
        .from()
        .map(from -> EventCounts.QUARTER_HOUR.ge(inline(QuarterHours.number(from))))
        .orElse(noCondition())
        .and(
            range
                .to()
                .map(to -> EventCounts.QUARTER_HOUR.lt(inline(QuarterHours.number(to))))
                .orElse(noCondition()));
  }
}
