package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.bitUnion;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.lookUp;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static io.journeystats.sql.ConversionsQuery.column;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.iif;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.EventSelection;
import io.journeystats.query.Contributor;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.query.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

/**
 * Reads the timeline of one user. An index on the hash of the user's id finds the blocks of the
 * table that may have events of the user.
 *
 * @param database what to ask
 * @param query the query
 */
record TimelineQuery(DSLContext database, StatsQuery.OfUser query) {
  /** The maximum number of devices that are shown of a user. */
  private static final int MOST_DEVICES = 1_000;

  private static final Name CUSTOM = name("custom_event");
  private static final Name CONVERTED = name("converted");

  /** A digit for each goal with conditions: 1 where the event is a conversion of it. */
  private static final Field<String> GOALS = field(name("goals"), String.class);

  /** The types in the order of events of the same time. */
  private static final List<EventType> TYPES = List.of(EventType.values());

  private static final Field<Long> AT = epochMillis(EventColumns.TIME);
  private static final Field<Integer> RANK =
      lookUp(text(EventColumns.TYPE), TYPES.stream().map(EventType::key).toList(), 1, 0);
  private static final Field<Long> KEY =
      field("reinterpretAsInt64({0})", Long.class, EventColumns.EVENT_KEY);
  private static final Field<String> MESSAGE =
      field("if({0} = 0, '', lower(hex(toUInt64({0}))))", String.class, EventColumns.MESSAGE_KEY);
  private static final Field<Long> TRIP = field(name("trip"), Long.class);
  private static final Field<Long> SEEN_AT = field(name("seen_at"), Long.class);

  Timeline read() {
    List<Timeline.Entry> events = new ArrayList<>();
    List<String> devices = new ArrayList<>();
    Parallel.run(
        () -> database.fetch(page()).forEach(row -> events.add(entry(row))),
        () -> database.fetch(devices()).forEach(row -> devices.add(row.get(EventColumns.HWID))));
    return new Timeline(
        !devices.isEmpty(),
        devices.stream().filter(hwid -> !hwid.isEmpty()).limit(MOST_DEVICES).toList(),
        standing(),
        database
            .fetchSingle(
                select(countDistinct(tuple(EventColumns.TIME, EventColumns.EVENT_KEY)))
                    .from(entrances().asTable("entrances")))
            .value1(),
        events.stream().limit(query.limit()).toList(),
        events.size() > query.limit());
  }

  private Contributor.Status standing() {
    return database
        .fetchOptional(
            UserListQuery.standings(
                new TenantTables(query.data()).userStates(query.journey(), isUser())))
        .map(UserListQuery::standing)
        .orElse(Contributor.Status.UNKNOWN);
  }

  private Condition isUser() {
    return EventColumns.USER_ID.eq(inline(query.userId()));
  }

  private TenantTables events() {
    return new TenantTables(query.data()).of(query.userId());
  }

  /** The entrances, which lie there in the order of users, too. */
  private Select<?> entrances() {
    return new TenantTables(query.data())
        .userEntrances(Set.of(query.journey()), isUser(), TimeRange.UNBOUNDED);
  }

  /** The devices, and one without a name for events that name none; none where no event is. */
  private Select<Record> devices() {
    EventSelection ofJourney =
        EventSelection.about(
            EventType.Subject.JOURNEY, EventType.Subject.STEP, EventType.Subject.MESSAGE);
    List<SelectFieldOrAsterisk> columns = List.of(EventColumns.HWID, max(AT).as(SEEN_AT));
    return select(columns)
        .from(
            events()
                .withDuplicates(query.journey(), ofJourney, TimeRange.UNBOUNDED)
                .asTable("events"))
        .groupBy(EventColumns.HWID)
        .orderBy(SEEN_AT.desc(), EventColumns.HWID.desc())
        .limit(inline(MOST_DEVICES + 1));
  }

  /** One event more than is wanted, where there are as many. */
  private ResultQuery<Record> page() {
    Select<?> some = select(asterisk()).from(all().asTable("events")).where(isAfter(query.after()));
    Table<?> inOrder =
        table(
            "({0} ORDER BY {1}, {2}, {3} LIMIT 1 BY {1}, {2}, {3} LIMIT {4})",
            some, AT, RANK, KEY, inline(query.limit() + 1));
    Select<?> entrances =
        select(field("groupArray({0})", Object.class, EventColumns.TIME))
            .from(
                selectDistinct(EventColumns.TIME, EventColumns.EVENT_KEY)
                    .from(entrances().asTable("entrances"))
                    .asTable("each_entrance"));
    List<SelectFieldOrAsterisk> columns =
        List.of(
            AT.as("at"),
            RANK.as("rank"),
            KEY.as("key"),
            EventColumns.STEP_ID,
            EventColumns.CHANNEL,
            MESSAGE.as("message"),
            EventColumns.GOAL_ID,
            EventColumns.REASON,
            EventColumns.EVENT_NAME,
            EventColumns.LINK_URL,
            EventColumns.HWID,
            EventColumns.PROPERTIES,
            GOALS,
            field(
                    "arrayCount(entrance -> entrance <= {0}, ({1}))",
                    Long.class, EventColumns.TIME, entrances)
                .as(TRIP));
    return withSettings(
        select(columns)
            .from(inOrder)
            .orderBy(field(name("at")), field(name("rank")), field(name("key"))),
        IN_WITHOUT_INDEX);
  }

  /** The time that is not behind the page already, so that what is need not be read again. */
  private TimeRange rest() {
    return new TimeRange(
        query.after().map(last -> Instant.ofEpochMilli(last.at())), Optional.empty());
  }

  private static Condition isAfter(Optional<Timeline.Place> place) {
    return place
        .map(last ->
            condition(
                "({0}, {1}, {2}) > ({3}, {4}, {5})",
                AT, RANK, KEY, inline(last.at()), inline(last.rank()), inline(last.key())))
        .orElse(noCondition());
  }

  /** The events of the journey and the custom ones that are wanted, some possibly twice. */
  private Select<Record> all() {
    Select<Record> ofJourney =
        select(with(inline("").as(GOALS)))
            .from(events().shown(query.journey(), rest()).asTable("of_journey"));
    return switch (query.customs()) {
      case NONE -> ofJourney;
      case CONVERSIONS ->
          computed().isEmpty() ? ofJourney : ofJourney.unionAll(customs(conversions()));
      case ALL -> ofJourney.unionAll(customs(conversions()));
    };
  }

  private Select<Record> customs(Optional<Table<?>> conversions) {
    Table<?> customs = events().shown(TenantTables.NO_JOURNEY, rest()).asTable(CUSTOM);
    if (conversions.isEmpty()) {
      return select(with(inline("").as(GOALS))).from(customs);
    }
    List<SelectField<?>> columns = new ArrayList<>();
    EventColumns.SHOWN.forEach(
        one -> columns.add(column(CUSTOM, (Field<?>) one).as((Field<?>) one)));
    columns.add(column(CONVERTED, GOALS).as(GOALS));
    Condition same =
        column(CUSTOM, EventColumns.TIME)
            .eq(column(CONVERTED, EventColumns.TIME))
            .and(
                column(CUSTOM, EventColumns.EVENT_KEY)
                    .eq(column(CONVERTED, EventColumns.EVENT_KEY)));
    return query.customs() == Timeline.Customs.ALL
        ? select(columns).from(customs).leftJoin(conversions.get()).on(same)
        : select(columns).from(customs).join(conversions.get()).on(same);
  }

  private static List<SelectField<?>> with(SelectField<?> another) {
    List<SelectField<?>> columns = new ArrayList<>(EventColumns.SHOWN);
    columns.add(another);
    return columns;
  }

  /** The goals that custom events reach. */
  private List<Goal> computed() {
    return query.goals().stream().filter(goal -> goal.conditions().isPresent()).toList();
  }

  /** Which custom events are conversions, and of which goals; empty where none can be. */
  private Optional<Table<?>> conversions() {
    List<Goal> goals = computed();
    if (goals.isEmpty()) {
      return Optional.empty();
    }
    GoalTable table = new GoalTable(Map.of(query.journey(), goals));
    ConversionsQuery conversions =
        new ConversionsQuery(events(), rest(), noCondition(), table, MaterializedConversions.NONE);
    GoalMask bytes = conversions.bytes();
    List<Field<?>> event = List.of(EventColumns.TIME, EventColumns.EVENT_KEY);
    List<Field<?>> columns = new ArrayList<>(event);
    columns.addAll(bytes.computed((_, column) -> bitUnion(column)));
    Select<?> byEvent =
        select(columns)
            .from(conversions.computedWithStarts(event).asTable("computed"))
            .groupBy(event);
    List<Field<String>> digits =
        goals.stream()
            .map(goal ->
                iif(
                    bytes.anyOf(table.counting(query.journey(), Set.of(goal))),
                    inline("1"),
                    inline("0")))
            .toList();
    Field<String> all = field("concat('', {0})", String.class, list(digits));
    return Optional.of(
        select(EventColumns.TIME, EventColumns.EVENT_KEY, all.as(GOALS))
            .from(byEvent.asTable("by_event"))
            .asTable(CONVERTED));
  }

  private Timeline.Entry entry(Record row) {
    EventType type = TYPES.get(row.get("rank", Integer.class) - 1);
    return new Timeline.Entry(
        new Timeline.Place(
            row.get("at", Long.class), row.get("rank", Integer.class), row.get("key", Long.class)),
        type,
        row.get(TRIP.getName(), Long.class),
        row.get(EventColumns.STEP_ID),
        Channel.find(row.get(EventColumns.CHANNEL)),
        row.get("message", String.class),
        row.get(EventColumns.REASON),
        type == EventType.GOAL_REACHED
            ? List.of(row.get(EventColumns.GOAL_ID))
            : goals(row.get(GOALS)),
        row.get(EventColumns.EVENT_NAME),
        row.get(EventColumns.LINK_URL),
        row.get(EventColumns.HWID),
        row.get(EventColumns.PROPERTIES));
  }

  private List<String> goals(String digits) {
    return IntStream.range(0, digits.length())
        .filter(goal -> digits.charAt(goal) == '1')
        .mapToObj(goal -> computed().get(goal).id())
        .toList();
  }
}
