package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.startsWith;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static io.journeystats.clickhouse.ClickHouseExpressions.tupleElement;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.UserState;
import io.journeystats.query.Contributor;
import io.journeystats.query.JourneyUser;
import io.journeystats.query.JourneyUser.LastStep;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.UserPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The SQL of the user list and of users' states; source: the domain specification, "A user's state
 * in a journey".
 */
final class UserListQuery {
  /** The position in the enumeration of kinds that decides between events of the same time. */
  private static final List<UserState> STATES =
      List.of(UserState.IN_PROGRESS, UserState.EXITED, UserState.DROPPED_OFF);

  /** What times of states are counted from, in milliseconds. */
  static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

  private static final Field<Object> LIFECYCLE = column("lifecycle");
  static final Field<Integer> KIND = field(name("kind"), Integer.class);
  static final Field<String> REASON = field(name("reason"), String.class);
  static final Field<String> EVENT_NAME = field(name("event_name"), String.class);
  static final Field<Long> ENTERED_AT = field(name("user_entered_at"), Long.class);
  static final Field<Long> STEP_AT = field(name("user_step_at"), Long.class);
  static final Field<String> STEP_ID = field(name("last_step_id"), String.class);
  static final Field<String> HWID = field(name("last_hwid"), String.class);
  static final Field<Long> UPDATED_AT = field(name("user_updated_at"), Long.class);
  static final Field<Long> ENTRANCES = field(name("entrances"), Long.class);
  static final Field<Long> LAST_ENTERED_AT = field(name("last_entered_at_ms"), Long.class);

  /** What is known of a user, by these names. */
  static final List<Field<?>> STATE =
      List.of(KIND, REASON, EVENT_NAME, ENTERED_AT, STEP_AT, STEP_ID, HWID, UPDATED_AT);

  /** The maximum number of users that one statement looks at. */
  private static final int MOST_USERS_LOOKED_AT = 200_000;

  private UserListQuery() {}

  /**
   * Reads a page. Each statement looks at more users than the one before, as few may be in the
   * state that is asked for.
   */
  static UserPage read(DSLContext database, StatsQuery.Users query) {
    List<JourneyUser> found = new ArrayList<>();
    String after = query.after();
    int reach = query.limit() + 1;
    boolean isEnd = false;
    while (found.size() <= query.limit() && !isEnd) {
      Record next = database.fetchSingle(reach(query, after, reach));
      String last = next.get(0, String.class);
      int missing = query.limit() + 1 - found.size();
      database.fetch(page(query, after, last, missing)).forEach(row -> found.add(user(row)));
      isEnd = next.get(1, Integer.class) < reach;
      after = last;
      reach = Math.min(reach * 4, MOST_USERS_LOOKED_AT);
    }
    return new UserPage(found.stream().limit(query.limit()).toList(), found.size() > query.limit());
  }

  /** The kind of deciding event that means a state. */
  static int kind(UserState state) {
    return STATES.indexOf(state) + 1;
  }

  /** The state that a kind of deciding event means, empty for users without such an event. */
  static Optional<UserState> state(int kind) {
    return kind == 0 ? Optional.empty() : Optional.of(STATES.get(kind - 1));
  }

  /**
   * How far a number of users reaches in the list, in any state: the row's columns are the id of
   * the last one, and how many there are.
   */
  static ResultQuery<Record> reach(StatsQuery.Users query, String after, int users) {
    TenantTables events = new TenantTables(query.data());
    Condition wanted = EventColumns.USER_ID.gt(inline(after)).and(found(query, events));
    Table<?> next =
        select(EventColumns.USER_ID)
            .from(events.userEntrances(Set.of(query.journey()), wanted, query.range()))
            .groupBy(EventColumns.USER_ID)
            .orderBy(EventColumns.USER_ID)
            .limit(inline(users))
            .asTable("next");
    return withSettings(
        select(max(EventColumns.USER_ID), count()).from(next), "optimize_aggregation_in_order = 1");
  }

  /**
   * The users from one id to another, up to a number. A user without a known state yet, while
   * events come in, is left out.
   */
  static Select<Record> page(StatsQuery.Users query, String after, String last, int users) {
    TenantTables events = new TenantTables(query.data());
    Condition wanted =
        EventColumns.USER_ID
            .gt(inline(after))
            .and(EventColumns.USER_ID.le(inline(last)))
            .and(found(query, events));
    Table<?> states = states(events.userStates(query.journey(), known(query, wanted, events)));
    Table<?> entrances =
        select(
                EventColumns.USER_ID,
                countDistinct(tuple(EventColumns.TIME, EventColumns.EVENT_KEY)).as(ENTRANCES),
                max(epochMillis(EventColumns.TIME)).as(LAST_ENTERED_AT))
            .from(events.userEntrances(Set.of(query.journey()), wanted, query.range()))
            .groupBy(EventColumns.USER_ID)
            .asTable("entrances_in_period");
    List<SelectFieldOrAsterisk> columns = new ArrayList<>(STATE);
    columns.addFirst(in("entrances_in_period", EventColumns.USER_ID));
    columns.addAll(List.of(ENTRANCES, LAST_ENTERED_AT));
    return select(columns)
        .from(entrances)
        .join(states)
        .on(
            in("entrances_in_period", EventColumns.USER_ID)
                .eq(in("state_of_user", EventColumns.USER_ID)))
        .where(inState(query))
        .orderBy(in("entrances_in_period", EventColumns.USER_ID))
        .limit(inline(users));
  }

  /** Holds for users in the wanted state, or for all. */
  static Condition inState(StatsQuery.Users query) {
    return query
        .state()
        .<Condition>map(state -> KIND.eq(inline(kind(state))))
        .orElse(KIND.ne(inline(0)));
  }

  /** The status of users of a journey, merged while it is read. */
  static Table<?> settled(TenantTables events, JourneyId journey, Condition which) {
    return settled(events.mergedUserStates(journey, which));
  }

  /**
   * Many users may be found by a search of whom few entered: the states of others take long to
   * read.
   */
  private static Condition known(StatsQuery.Users query, Condition wanted, TenantTables events) {
    Select<?> entered =
        select(EventColumns.USER_ID)
            .from(events.userEntrances(Set.of(query.journey()), wanted, query.range()));
    return query.search().isEmpty()
        ? wanted
        : condition("{0} IN ({1})", EventColumns.USER_ID, entered);
  }

  /** The status of users in the journey, from the rows of several parts of a table. */
  static Select<?> standings(Select<?> states) {
    return select(
            EventColumns.USER_ID, KIND, REASON, EVENT_NAME, ENTERED_AT, STEP_AT, STEP_ID, HWID)
        .from(states(states));
  }

  /** The status of the user of a row. */
  static Contributor.Status standing(Record row) {
    Optional<UserState> state = state(row.get(KIND));
    return new Contributor.Status(
        Optional.of(row.get(HWID)).filter(hwid -> !hwid.isEmpty()),
        state,
        lastStep(row, state, row.get(STEP_AT) >= row.get(ENTERED_AT)));
  }

  /** A row of the page. */
  static JourneyUser user(Record row) {
    Contributor.Status standing = standing(row);
    return new JourneyUser(
        row.get(0, String.class),
        standing.hwid(),
        standing.state().orElseThrow(),
        standing.lastStep(),
        row.get(ENTRANCES),
        Instant.ofEpochMilli(row.get(LAST_ENTERED_AT)),
        BEGINNING.plusMillis(row.get(UPDATED_AT)));
  }

  private static LastStep lastStep(Record row, Optional<UserState> state, boolean sinceEntrance) {
    if (state.equals(Optional.of(UserState.EXITED)) && row.get(REASON).equals("cancel_event")) {
      return new LastStep.CancelEvent(row.get(EVENT_NAME));
    }
    String stepId = row.get(STEP_ID);
    return sinceEntrance && !stepId.isEmpty() ? new LastStep.AtStep(stepId) : new LastStep.NoStep();
  }

  private static Table<?> states(Select<?> rows) {
    return select(stateColumns(DSL::max))
        .from(rows)
        .groupBy(EventColumns.USER_ID)
        .asTable("state_of_user");
  }

  private static Table<?> settled(Select<?> rows) {
    return select(stateColumns(column -> column)).from(rows).asTable("state_of_user");
  }

  /**
   * What is known of a user.
   *
   * @param merged brings together what several rows of the user know
   */
  static List<SelectFieldOrAsterisk> stateColumns(UnaryOperator<Field<Object>> merged) {
    Field<Object> lifecycle = merged.apply(LIFECYCLE);
    Field<Object> lastStep = merged.apply(column("last_step"));
    return List.of(
        EventColumns.USER_ID,
        tupleElement(lifecycle, 2, Integer.class).as(KIND),
        tupleElement(lifecycle, 3, String.class).as(REASON),
        tupleElement(lifecycle, 4, String.class).as(EVENT_NAME),
        merged.apply(column("entered_at")).as(ENTERED_AT),
        tupleElement(lastStep, 1, Long.class).as(STEP_AT),
        tupleElement(lastStep, 3, String.class).as(STEP_ID),
        tupleElement(merged.apply(column("device")), 2, String.class).as(HWID),
        merged.apply(column("updated_at")).as(UPDATED_AT));
  }

  /** Holds for the users whom a search finds, from their ids. */
  static Condition found(StatsQuery.Users query, TenantTables events) {
    if (query.search().isEmpty()) {
      return trueCondition();
    }
    Select<?> owners =
        select(EventColumns.USER_ID)
            .from(
                events.userDevices(
                    query.journey(),
                    startsWith(field(name("hwid"), String.class), query.search())));
    return startsWith(EventColumns.USER_ID, query.search())
        .or(condition("{0} IN ({1})", EventColumns.USER_ID, owners));
  }

  private static Field<Object> column(String column) {
    return field(name(column), Object.class);
  }

  private static <T> Field<T> in(String table, Field<T> column) {
    return field(name(table, column.getName()), column.getDataType());
  }
}
