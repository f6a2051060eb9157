package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.instant;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.journeystats.clickhouse.EventTables;
import io.journeystats.event.EventType;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.KeptUserStates;
import io.journeystats.tenant.TenantData;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/**
 * The conversions of one tenant that are kept, and what came in since: the only class that reads
 * them for statistics. As with the events, all that it gives out is limited to the tenant and to
 * what still counts.
 *
 * @param data whose, and from when on
 */
record TenantConversions(TenantData data) {
  /** Which filling a row is of. */
  static final Field<Long> FILLING = field(name("filling"), Long.class);

  private static final Field<String> TENANT_ID = field(name("tenant_id"), String.class);
  private static final UUID NO_JOURNEY = new UUID(0, 0);

  /** The conversions of some fillings, one possibly more than once. */
  Select<?> kept(Set<JourneyId> journeys, Collection<Long> fillings, TimeRange range) {
    return select(asterisk())
        .from(EventTables.CONVERSIONS)
        .where(TENANT_ID.eq(inline(data.tenant().value())))
        .and(of(journeys))
        .and(condition("{0} IN ({1})", FILLING, numbers(fillings)))
        .and(SelectionConditions.inside(new TenantTables(data).kept(range)))
        .and(
            data.from()
                .<Condition>map(
                    from -> condition("started_at >= toUInt64({0})", KeptUserStates.millis(from)))
                .orElse(noCondition()));
  }

  /**
   * Holds for the custom events of the users of whom something came in that may have made a
   * conversion, from the time of the first of it on: only those may be others since then.
   *
   * @param covers not what was inserted up to this second since 1970
   * @param first the time of the first of it
   * @param tracked the goals whose custom events and starts matter
   * @param range of which time; it has to reach as far back as starts matter
   */
  Condition mayHaveChanged(
      long covers, Instant first, GoalTable tracked, Set<String> names, TimeRange range) {
    return EventColumns.TIME
        .ge(instant(first))
        .and(
            condition(
                "{0} IN ({1})",
                EventColumns.USER_KEY,
                cameIn(covers, tracked, names, range, EventColumns.USER_KEY)));
  }

  /** How many such events came in, and the time of the first in milliseconds. */
  Select<?> firstChange(long covers, GoalTable tracked, Set<String> names, TimeRange range) {
    return select(count(), min(epochMillis(EventColumns.TIME)))
        .from(cameIn(covers, tracked, names, range, EventColumns.TIME).asTable("came_in"));
  }

  /** Something that came in which may have made a conversion: a column of each such event. */
  <T> SelectConditionStep<Record1<T>> cameIn(
      long covers, GoalTable tracked, Set<String> names, TimeRange range, Field<T> column) {
    Set<GoalTable.Start> starts = tracked.starts().keySet();
    Condition entrance = EventColumns.TYPE.eq(inline(EventType.ENTERED.key()));
    Condition completion =
        EventColumns.TYPE
            .eq(inline(EventType.STEP_COMPLETED.key()))
            .and(
                EventColumns.STEP_ID.in(
                    starts.stream()
                        .map(GoalTable.Start::step)
                        .distinct()
                        .sorted()
                        .map(DSL::inline)
                        .toList()));
    boolean isAnyEntrance = starts.stream().anyMatch(start -> isEntrance(start));
    boolean isAnyStep = starts.stream().anyMatch(start -> !isEntrance(start));
    Condition start =
        isAnyEntrance && isAnyStep ? entrance.or(completion) : isAnyStep ? completion : entrance;
    Condition custom =
        EventColumns.JOURNEY_ID
            .eq(inline(NO_JOURNEY))
            .and(EventColumns.TYPE.eq(inline(EventType.CUSTOM.key())))
            .and(EventColumns.EVENT_NAME.in(names.stream().sorted().map(DSL::inline).toList()));
    return select(column)
        .from(EventTables.EVENTS)
        .where(TENANT_ID.eq(inline(data.tenant().value())))
        // Where the clock was set back behind it, nothing is known.
        .and(
            condition(
                "inserted_at > if(toDateTime({0}) > now(), toDateTime(0), toDateTime({0}))",
                inline(covers)))
        .and(custom.or(of(tracked.journeys()).and(start)))
        .and(SelectionConditions.inside(new TenantTables(data).kept(range)));
  }

  private static boolean isEntrance(GoalTable.Start start) {
    return start.step().equals(GoalTable.NO_STEP);
  }

  private static Condition of(Set<JourneyId> journeys) {
    return journeys.size() == 1
        ? EventColumns.JOURNEY_ID.eq(inline(journeys.iterator().next().value()))
        : condition(
            "{0} IN ({1})",
            EventColumns.JOURNEY_ID,
            list(journeys.stream().map(JourneyId::toString).sorted().map(DSL::inline).toList()));
  }

  private static Field<?> numbers(Collection<Long> fillings) {
    return field("{0}", list(fillings.stream().map(DSL::inline).toList()));
  }
}
