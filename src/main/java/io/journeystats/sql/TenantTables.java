package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.deduplicated;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static io.journeystats.rollup.EventCounts.quarterHour;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.clickhouse.EventTables;
import io.journeystats.event.EventType;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.EventCounts;
import io.journeystats.rollup.KeptUserStates;
import io.journeystats.rollup.QuarterHours;
import io.journeystats.tenant.TenantData;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The events of one tenant that count: the only class that reads the events' tables, apart from
 * {@link UserPresence}. All that it gives out is a subquery already limited to them, so that no
 * query built on it can see another's, or any that are no longer kept.
 *
 * @param data whose, and from when on
 * @param user only events of the user with this id, where events are read as they lie; empty for
 *     those of all users
 */
record TenantTables(TenantData data, Optional<String> user) {
  private static final Field<String> TENANT_ID = field(name("tenant_id"), String.class);

  private static final Field<Long> SECONDS_SINCE_INSERTION =
      field("toInt64(toUnixTimestamp(now())) - max(toUnixTimestamp(inserted_at))", Long.class);

  /** Custom events belong to the tenant, not to a journey; they are stored under this id. */
  static final JourneyId NO_JOURNEY = new JourneyId(new UUID(0, 0));

  /** So many separate times a condition names; beyond, it reads across gaps. */
  private static final int MOST_SPANS = 64;

  /** Events of all users. */
  TenantTables(TenantData data) {
    this(data, Optional.empty());
  }

  /** Those of one user. */
  TenantTables of(String userId) {
    return new TenantTables(data, Optional.of(userId));
  }

  /**
   * Events of a journey, some of them possibly more than once: cheaper, and as good for what
   * duplicates cannot change, such as distinct counts.
   */
  Select<?> withDuplicates(JourneyId journey, EventSelection selection, TimeRange range) {
    return withDuplicates(Set.of(journey), selection, range);
  }

  /** The same of several journeys. */
  Select<?> withDuplicates(Set<JourneyId> journeys, EventSelection selection, TimeRange range) {
    return select(EventColumns.OF_EVENTS)
        .from(EventTables.EVENTS)
        .where(owned(journeys))
        .and(isOfUser())
        .and(matching(selection, range));
  }

  /** The same with their properties. */
  Select<?> withProperties(Set<JourneyId> journeys, EventSelection selection, TimeRange range) {
    return select(EventColumns.SHOWN)
        .from(EventTables.EVENTS)
        .where(owned(journeys))
        .and(isOfUser())
        .and(matching(selection, range));
  }

  /**
   * Events of a journey with all that people are shown of them, some of them possibly more than
   * once.
   */
  Select<?> shown(JourneyId journey, TimeRange range) {
    return select(EventColumns.SHOWN)
        .from(EventTables.EVENTS)
        .where(owned(Set.of(journey)))
        .and(isOfUser())
        .and(inside(range));
  }

  /** Events of a journey, each once: dearer, for what duplicates would change. */
  Select<?> once(JourneyId journey, EventSelection selection, TimeRange range) {
    return select(EventColumns.OF_EVENTS)
        .from(deduplicated(EventTables.EVENTS))
        .where(owned(Set.of(journey)))
        .and(matching(selection, range));
  }

  /** The part of a range whose events count. */
  TimeRange kept(TimeRange range) {
    return data.from().isEmpty()
        ? range
        : range.intersect(new TimeRange(data.from(), Optional.empty()));
  }

  /** The channels of a journey's events, each in a row or several; "" for events of none. */
  Select<Record1<String>> channels(JourneyId journey, TimeRange range) {
    return seen(
        journey, range, field("arrayJoin(counts.channel)", String.class), EventColumns.CHANNEL);
  }

  /** The steps of a journey's events, each in a row or several; "" for events of none. */
  Select<Record1<String>> steps(JourneyId journey) {
    return seen(
        journey,
        TimeRange.UNBOUNDED,
        field("toString(arrayJoin(counts.step_id))", String.class),
        text(EventColumns.STEP_ID));
  }

  /** Times of events of a journey in milliseconds since 1970, that of the first among them. */
  Select<Record1<Long>> firstTimes(JourneyId journey) {
    return seen(
        journey,
        TimeRange.UNBOUNDED,
        epochMillis(field(name("earliest"))),
        epochMillis(EventColumns.TIME));
  }

  /**
   * What rows of the rollup, and events that it does not hold, have. Rolled up or not, an event is
   * there once it came: so nothing has to be left out to be exact.
   */
  private <T> Select<Record1<T>> seen(
      JourneyId journey, TimeRange asked, Field<T> inRollup, Field<T> inEvent) {
    TimeRange range = kept(asked);
    QuarterHours cut = QuarterHours.cutBy(range.bounds());
    Select<Record1<T>> found =
        select(inRollup.as(EventColumns.SEEN))
            .from(deduplicated(EventTables.EVENT_COUNTS))
            .where(owned(Set.of(journey)))
            .and(SelectionConditions.whole(kept(range)))
            .and(condition("notEmpty(counts.type)"))
            .and(EventCounts.in(cut, EventCounts.QUARTER_HOUR).not())
            .unionAll(seen(journey, range, inEvent, notRolledUp()));
    return cut.isEmpty() ? found : found.unionAll(seen(journey, range, inEvent, in(cut)));
  }

  private <T> Select<Record1<T>> seen(
      JourneyId journey, TimeRange range, Field<T> inEvent, Condition oneByOne) {
    return select(inEvent)
        .from(EventTables.EVENTS)
        .where(owned(Set.of(journey)))
        .and(inside(range))
        .and(oneByOne);
  }

  /**
   * The quarter hours of journeys that events came in for since the rollup was taken; the row's
   * columns are the journey and the numbers of its quarter hours as text, as an answer may not have
   * a row for each.
   */
  Select<Record2<UUID, String>> changedQuarterHours(Set<JourneyId> journeys, TimeRange range) {
    return select(
            EventColumns.JOURNEY_ID,
            field(
                "arrayStringConcat(arrayMap(q -> toString(q), groupUniqArray({0})), ',')",
                String.class, quarterHour(EventColumns.TIME)))
        .from(EventTables.EVENTS)
        .where(owned(journeys))
        .and(inside(range))
        .and(notRolledUp())
        .groupBy(EventColumns.JOURNEY_ID);
  }

  /**
   * The journeys that events were inserted for within that time before now; the row's columns are
   * the journey and how many seconds ago the last one was, or 0 where only one journey is asked
   * about, of which any event is enough.
   */
  Select<Record2<UUID, Long>> insertedWithin(Set<JourneyId> journeys, Duration window) {
    Condition lately =
        owned(journeys)
            .and(
                condition(
                    "inserted_at >= now() - toIntervalSecond({0})", inline(window.toSeconds())));
    return journeys.size() == 1
        ? select(EventColumns.JOURNEY_ID, inline(0L))
            .from(EventTables.EVENTS)
            .where(lately)
            .limit(inline(1))
        : select(EventColumns.JOURNEY_ID, SECONDS_SINCE_INSERTION)
            .from(EventTables.EVENTS)
            .where(lately)
            .groupBy(EventColumns.JOURNEY_ID);
  }

  /** The same of the tenant's custom events. */
  Select<Record2<UUID, Long>> customInsertedWithin(Duration window) {
    return insertedWithin(Set.of(NO_JOURNEY), window);
  }

  /**
   * How many events of each journey there are of each kind in each quarter hour, as the rollup has
   * it.
   *
   * @param except quarter hours to leave out
   */
  Select<?> rolledUp(
      Set<JourneyId> journeys, EventSelection selection, TimeRange range, QuarterHours except) {
    return select(
            EventColumns.JOURNEY_ID,
            EventColumns.TYPE,
            EventColumns.STEP_ID,
            EventColumns.CHANNEL,
            EventColumns.REASON,
            EventCounts.startMillis().as(EventColumns.AT),
            EventColumns.NUMBER)
        .from(EventCounts.each(deduplicated(EventTables.EVENT_COUNTS)))
        .where(owned(journeys))
        .and(SelectionConditions.whole(kept(range)))
        .and(EventCounts.in(except, EventCounts.QUARTER_HOUR).not())
        .and(SelectionConditions.matching(selection));
  }

  /** The same of some quarter hours, event by event. */
  Select<?> counted(
      Set<JourneyId> journeys, EventSelection selection, TimeRange range, QuarterHours only) {
    return select(
            EventColumns.JOURNEY_ID,
            EventColumns.TYPE,
            EventColumns.STEP_ID,
            EventColumns.CHANNEL,
            EventColumns.REASON,
            epochMillis(EventColumns.TIME).as(EventColumns.AT),
            inline(1L).as(EventColumns.NUMBER))
        .from(deduplicated(EventTables.EVENTS))
        .where(owned(journeys))
        .and(matching(selection, range))
        .and(in(only));
  }

  /** Holds for the events of some quarter hours; reads little besides. */
  private Condition in(QuarterHours some) {
    return or(some.spans(MOST_SPANS).stream()
            .map(span -> inside(TimeRange.between(span.lowerEndpoint(), span.upperEndpoint())))
            .toList())
        .and(EventCounts.in(some, quarterHour(EventColumns.TIME)));
  }

  /**
   * The tenant's custom events of some names, with those and their properties; possibly more than
   * once.
   */
  Select<?> customs(Set<String> eventNames, Condition also, TimeRange range) {
    return select(EventColumns.SHOWN)
        .from(EventTables.EVENTS)
        .where(owned(Set.of(NO_JOURNEY)))
        .and(EventColumns.TYPE.eq(inline(EventType.CUSTOM.key())))
        .and(EventColumns.EVENT_NAME.in(eventNames.stream().sorted().map(DSL::inline).toList()))
        .and(isOfUser())
        .and(also)
        .and(inside(range));
  }

  /**
   * What is known of each user of a journey; a user may have several rows of maxima still to be
   * merged.
   */
  Select<?> userStates(JourneyId journey, Condition also) {
    return userStates(Set.of(journey), also);
  }

  /** Columns of the same: of those that are read only, where parts of them are asked for. */
  SelectConditionStep<Record> userStates(
      List<SelectFieldOrAsterisk> columns, JourneyId journey, Condition also) {
    return data.from().isEmpty()
        ? select(columns).from(EventTables.USER_STATES).where(owned(Set.of(journey))).and(also)
        : select(columns).from(userStates(journey, also).asTable("kept")).where(trueCondition());
  }

  /** The same with a user's rows brought together while they are read. */
  Select<?> mergedUserStates(JourneyId journey, Condition also) {
    return states(deduplicated(EventTables.USER_STATES), Set.of(journey), also);
  }

  /** The same of several journeys. */
  Select<?> userStates(Set<JourneyId> journeys, Condition also) {
    return states(EventTables.USER_STATES, journeys, also);
  }

  private Select<?> states(Table<?> table, Set<JourneyId> journeys, Condition also) {
    return data.from()
        .<Select<?>>map(from ->
            select(KeptUserStates.columns(from)).from(table).where(owned(journeys)).and(also))
        .orElseGet(() -> derived(table, journeys, also));
  }

  /**
   * The parts that users' states lie in, those of all tenants: the row's columns are name and rows.
   */
  static Select<Record2<String, Long>> userStateParts() {
    return DominantPart.parts(EventTables.USER_STATES);
  }

  /** All events of a user with all that is stored of them, each once. */
  Table<Record> ofUser(String userId) {
    Select<Record> events =
        select(asterisk())
            .from(EventTables.EVENTS)
            .where(TENANT_ID.eq(inline(data.tenant().value())))
            .and(SelectionConditions.isUser(userId));
    return table(
        "({0} LIMIT 1 BY {1}, {2}, {3}, {4})",
        events,
        EventColumns.JOURNEY_ID,
        EventColumns.TYPE,
        EventColumns.TIME,
        EventColumns.EVENT_KEY);
  }

  private Condition isOfUser() {
    return user.map(SelectionConditions::isUser).orElse(trueCondition());
  }

  /** The entrances to journeys in the order of users, possibly more than once. */
  Select<?> userEntrances(Set<JourneyId> journeys, Condition also, TimeRange range) {
    return derived(EventTables.USER_ENTRANCES, journeys, inside(range).and(also));
  }

  /** Which user of a journey has which device, possibly more than once. */
  Select<?> userDevices(JourneyId journey, Condition also) {
    Condition kept =
        data.from()
            .map(from -> condition("seen_at >= {0}", KeptUserStates.millis(from)))
            .orElse(trueCondition());
    return derived(EventTables.DEVICE_USERS, Set.of(journey), kept.and(also));
  }

  private Select<?> derived(Table<?> table, Set<JourneyId> journeys, Condition also) {
    return select(asterisk()).from(table).where(owned(journeys)).and(also);
  }

  /** Holds for what is of the tenant and of any of the journeys. */
  Condition owned(Set<JourneyId> journeys) {
    return TENANT_ID
        .eq(inline(data.tenant().value()))
        .and(
            journeys.size() == 1
                ? EventColumns.JOURNEY_ID.eq(inline(journeys.iterator().next().value()))
                // As texts: thousands of casts take longer to understand than the answer to find.
                : condition(
                    "{0} IN ({1})",
                    EventColumns.JOURNEY_ID,
                    DSL.list(
                        journeys.stream()
                            .map(JourneyId::toString)
                            .sorted()
                            .map(DSL::inline)
                            .toList())));
  }

  /** Where the clock was set back behind it, the rollup tells nothing. */
  private static Condition notRolledUp() {
    return condition(
        "inserted_at > (SELECT if(argMax(covers, version) > now(), toDateTime(0),"
            + " argMax(covers, version)) FROM {0})",
        EventTables.ROLLUP_PROGRESS);
  }

  private Condition matching(EventSelection selection, TimeRange range) {
    return SelectionConditions.matching(selection).and(inside(range));
  }

  private Condition inside(TimeRange range) {
    return SelectionConditions.inside(kept(range));
  }
}
