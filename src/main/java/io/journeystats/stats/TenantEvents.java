package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.deduplicated;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.instant;
import static io.journeystats.rollup.EventCounts.quarterHour;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.clickhouse.EventTables;
import io.journeystats.event.EventType;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.rollup.EventCounts;
import io.journeystats.rollup.QuarterHours;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;

/**
 * The events of one tenant: the only class that reads the events' tables. All that it gives out is
 * a subquery already limited to the tenant, so that no query built on it can see another's.
 *
 * @param tenant the tenant
 */
record TenantEvents(TenantId tenant) {
  private static final Field<UUID> JOURNEY_ID = field(name("journey_id"), UUID.class);
  private static final Field<String> TENANT_ID = field(name("tenant_id"), String.class);

  /** Custom events belong to the tenant, not to a journey; they are stored under this id. */
  private static final JourneyId NO_JOURNEY = new JourneyId(new UUID(0, 0));

  /** So many separate times a condition names; beyond, it reads across gaps. */
  private static final int MOST_SPANS = 64;

  private static final List<SelectField<?>> EVENT_COLUMNS =
      List.of(
          Columns.TYPE,
          Columns.TIME,
          Columns.USER_ID,
          Columns.USER_KEY,
          Columns.STEP_ID,
          Columns.CHANNEL,
          Columns.MESSAGE_KEY,
          Columns.GOAL_ID,
          Columns.REASON);

  /**
   * Events of a journey, some of them possibly more than once: cheaper, and as good for what
   * duplicates cannot change, such as distinct counts.
   */
  Select<?> withDuplicates(JourneyId journey, EventSelection selection, TimeRange range) {
    return events(EventTables.EVENTS, journey, matching(selection, range));
  }

  /** The quarter hours of a journey that events came in for since the rollup was taken. */
  Select<Record1<Long>> changedQuarterHours(JourneyId journey, TimeRange range) {
    return selectDistinct(quarterHour(Columns.TIME))
        .from(EventTables.EVENTS)
        .where(owned(journey))
        .and(inside(range))
        .and(notRolledUp());
  }

  private static Condition notRolledUp() {
    // Where the clock was set back behind it, the rollup tells nothing.
    return condition(
        "inserted_at > (SELECT if(argMax(covers, version) > now(), toDateTime(0),"
            + " argMax(covers, version)) FROM {0})",
        EventTables.ROLLUP_PROGRESS);
  }

  /** The channels of a journey's events, each in a row or several; "" for events of none. */
  Select<Record1<String>> channels(JourneyId journey, TimeRange range) {
    return seen(journey, range, field("arrayJoin(counts.channel)", String.class), Columns.CHANNEL);
  }

  /** Times of events of a journey in milliseconds since 1970, that of the first among them. */
  Select<Record1<Long>> firstTimes(JourneyId journey) {
    return seen(
        journey,
        TimeRange.UNBOUNDED,
        epochMillis(field(name("earliest"))),
        epochMillis(Columns.TIME));
  }

  /**
   * What rows of the rollup, and events that it does not hold, have. Rolled up or not, an event is
   * there once it came: so nothing has to be left out to be exact.
   */
  private <T> Select<Record1<T>> seen(
      JourneyId journey, TimeRange range, Field<T> inRollup, Field<T> inEvent) {
    QuarterHours cut =
        QuarterHours.cutBy(Stream.of(range.from(), range.to()).flatMap(Optional::stream).toList());
    Select<Record1<T>> found =
        select(inRollup.as(Columns.SEEN))
            .from(deduplicated(EventTables.EVENT_COUNTS))
            .where(owned(journey))
            .and(whole(range))
            .and(condition("notEmpty(counts.type)"))
            .and(EventCounts.in(cut, EventCounts.QUARTER_HOUR).not())
            .unionAll(seen(journey, range, inEvent, notRolledUp()));
    return cut.isEmpty() ? found : found.unionAll(seen(journey, range, inEvent, in(cut)));
  }

  private <T> Select<Record1<T>> seen(
      JourneyId journey, TimeRange range, Field<T> inEvent, Condition oneByOne) {
    return select(inEvent)
        .from(EventTables.EVENTS)
        .where(owned(journey))
        .and(inside(range))
        .and(oneByOne);
  }

  /** A row if any event of the journey was inserted within that time before now. */
  Select<?> insertedWithin(JourneyId journey, Duration window) {
    return select(inline(1))
        .from(EventTables.EVENTS)
        .where(owned(journey))
        .and(condition("inserted_at >= now() - toIntervalSecond({0})", inline(window.toSeconds())))
        .limit(inline(1));
  }

  /** The same of the tenant's custom events. */
  Select<?> customInsertedWithin(Duration window) {
    return insertedWithin(NO_JOURNEY, window);
  }

  /**
   * How many events of a journey there are of each kind in each quarter hour, as the rollup has it.
   *
   * @param except quarter hours to leave out
   */
  Select<?> rolledUp(
      JourneyId journey, EventSelection selection, TimeRange range, QuarterHours except) {
    return select(
            Columns.TYPE,
            Columns.STEP_ID,
            Columns.CHANNEL,
            Columns.REASON,
            EventCounts.startMillis().as(Columns.AT),
            Columns.NUMBER)
        .from(EventCounts.each(deduplicated(EventTables.EVENT_COUNTS)))
        .where(owned(journey))
        .and(whole(range))
        .and(EventCounts.in(except, EventCounts.QUARTER_HOUR).not())
        .and(Selections.matching(selection));
  }

  /** The same of some quarter hours, event by event. */
  Select<?> counted(
      JourneyId journey, EventSelection selection, TimeRange range, QuarterHours only) {
    return select(
            Columns.TYPE,
            Columns.STEP_ID,
            Columns.CHANNEL,
            Columns.REASON,
            epochMillis(Columns.TIME).as(Columns.AT),
            inline(1L).as(Columns.NUMBER))
        .from(deduplicated(EventTables.EVENTS))
        .where(owned(journey))
        .and(matching(selection, range))
        .and(in(only));
  }

  /** Holds for the events of some quarter hours; reads little besides. */
  private static Condition in(QuarterHours some) {
    return or(some.spans(MOST_SPANS).stream()
            .map(span -> inside(TimeRange.between(span.lowerEndpoint(), span.upperEndpoint())))
            .toList())
        .and(EventCounts.in(some, quarterHour(Columns.TIME)));
  }

  /** The tenant's custom events of a name, possibly more than once. */
  Select<?> custom(String eventName, Condition also, TimeRange range) {
    return select(Columns.USER_KEY, Columns.TIME)
        .from(EventTables.EVENTS)
        .where(owned(NO_JOURNEY))
        .and(Columns.TYPE.eq(inline(EventType.CUSTOM.key())))
        .and(Columns.EVENT_NAME.eq(inline(eventName)))
        .and(also)
        .and(inside(range));
  }

  /**
   * What is known of each user of a journey; a user may have several rows of maxima still to be
   * merged.
   */
  Select<?> userStates(JourneyId journey, Condition also) {
    return derived(EventTables.USER_STATES, journey, also);
  }

  /**
   * The parts that users' states lie in, those of all tenants: the row's columns are name and rows.
   */
  static Select<Record2<String, Long>> userStateParts() {
    return select(field(name("name"), String.class), field(name("rows"), Long.class))
        .from(table(name("system", "parts")))
        .where(
            condition(
                "active AND database = currentDatabase() AND table = {0}",
                inline(EventTables.USER_STATES.getName())));
  }

  /** The entrances to a journey in the order of users, possibly more than once. */
  Select<?> userEntrances(JourneyId journey, Condition also, TimeRange range) {
    return derived(EventTables.USER_ENTRANCES, journey, inside(range).and(also));
  }

  /** Which user of a journey has which device, possibly more than once. */
  Select<?> userDevices(JourneyId journey, Condition also) {
    return derived(EventTables.USER_DEVICES, journey, also);
  }

  private Select<?> events(Table<?> table, JourneyId journey, Condition matching) {
    return select(EVENT_COLUMNS).from(table).where(owned(journey)).and(matching);
  }

  private Select<?> derived(Table<?> table, JourneyId journey, Condition also) {
    return select(asterisk()).from(table).where(owned(journey)).and(also);
  }

  private Condition owned(JourneyId journey) {
    return TENANT_ID.eq(inline(tenant.value())).and(JOURNEY_ID.eq(inline(journey.value())));
  }

  private static Condition matching(EventSelection selection, TimeRange range) {
    return Selections.matching(selection).and(inside(range));
  }

  /** Holds for the quarter hours that lie wholly inside. */
  private static Condition whole(TimeRange range) {
    return range
        .from()
        .map(from -> EventCounts.QUARTER_HOUR.ge(inline(QuarterHours.number(from))))
        .orElse(trueCondition())
        .and(
            range
                .to()
                .map(to -> EventCounts.QUARTER_HOUR.lt(inline(QuarterHours.number(to))))
                .orElse(trueCondition()));
  }

  private static Condition inside(TimeRange range) {
    return range
        .from()
        .<Condition>map(from -> Columns.TIME.ge(instant(from)))
        .orElse(trueCondition())
        .and(range.to().<Condition>map(to -> Columns.TIME.lt(instant(to))).orElse(trueCondition()));
  }
}
