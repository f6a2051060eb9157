package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.lookUp;
import static io.journeystats.clickhouse.ClickHouseExpressions.roundDown;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static io.journeystats.clickhouse.ClickHouseExpressions.unsigned;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.when;

import com.google.common.collect.ImmutableSet;
import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.metric.EventSelection;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * The SQL of goal conversions, of any number of goals and journeys; source: the metrics
 * specification, "Performance" and "Computed goals".
 *
 * <p>All goals are found in one reading of the events: a row is an event that is a conversion, with
 * the columns of {@link GoalMask} that tell of which goals. A custom event is joined to the closest
 * start before it: if that is too long ago, all are. Everything here is distinct users or
 * existence, so duplicate events change nothing; where every conversion is wanted, one may be there
 * as often as its event is.
 */
final class ConversionsQuery {
  private static final Name DONE = name("done");
  private static final Name START = name("start");

  /** What tells apart the users of conversions, and their order. */
  static final List<Field<?>> WHO_AND_WHEN = List.of(EventColumns.USER_KEY, EventColumns.TIME);

  /** The number of a start or a reported goal among those of the table, counted from 1. */
  private static final Field<Integer> NUMBER = field(name("number_in_table"), Integer.class);

  /** The time of the start of a computed conversion. */
  static final Field<Object> STARTED_AT = field(name("started"), Object.class);

  private final TenantTables events;
  private final TimeRange range;
  private final Condition users;
  private final GoalTable goals;
  private final MaterializedConversions kept;
  private final GoalMask bytes;
  private final ConditionMatcher matcher;

  /**
   * The conversions of some users in a range.
   *
   * @param users holds for the users whose conversions are wanted
   * @param goals of which goals
   * @param kept those that do not have to be computed
   */
  ConversionsQuery(
      TenantTables events,
      TimeRange range,
      Condition users,
      GoalTable goals,
      MaterializedConversions kept) {
    this.events = events;
    this.range = range;
    this.users = users;
    this.goals = goals;
    this.kept = kept;
    this.matcher = new ConditionMatcher(goals.conditions());
    this.bytes = isMatched(goals, kept) ? matcher.bytes() : matcher.bytes().countingOnly();
  }

  /** Tells whether events have to be matched with the goals' conditions. */
  private static boolean isMatched(GoalTable goals, MaterializedConversions kept) {
    return !goals.starts().isEmpty() && !kept.isAll();
  }

  /** The columns that tell which goals a conversion is one of. */
  GoalMask bytes() {
    return bytes;
  }

  /** The conversions of all users to some goals of a query's journey, in its range. */
  static ConversionsQuery of(
      StatsQuery.Numbers query, Collection<Goal> goals, MaterializedGoals fillings) {
    GoalTable table = new GoalTable(Map.of(query.journey(), goals));
    return new ConversionsQuery(
        new TenantTables(query.data()),
        query.range(),
        noCondition(),
        table,
        fillings.of(query.data(), table, query.range()));
  }

  /** Every conversion of any of the goals: these columns of its event. */
  Select<Record> each(List<Field<?>> columns) {
    return select(columns).from(rows(columns).asTable("conversions"));
  }

  /**
   * What may be a conversion, read in a fraction of the time: of each conversion, and of others
   * that no start went before, the user.
   *
   * @param user the column that stands for the user
   */
  Select<Record> possible(Field<?> user) {
    Select<Record> reported = select(List.of(user)).from(reported().asTable("reported"));
    if (goals.starts().isEmpty()) {
      return reported;
    }
    Select<Record> all = reported;
    if (!kept.isAll()) {
      all =
          all.unionAll(
              select(List.of(user)).from(matcher.matches(customs(), List.of(user)).asTable(DONE)));
    }
    return kept.rows().isEmpty()
        ? all
        : all.unionAll(select(List.of(user)).from(kept().asTable("kept")));
  }

  /** Every conversion: the journey, these columns of its event, and the goals. */
  Select<Record> rows(List<Field<?>> columns) {
    Map<String, BigInteger> rows = goals.reported();
    List<Field<?>> all = with(List.of(EventColumns.JOURNEY_ID), columns);
    Select<Record> reported =
        select(
                with(
                    all,
                    bytes.computed(
                        (column, _) -> bytes.chosen(List.copyOf(rows.values()), NUMBER, column))))
            .from(reported().asTable("reported"));
    if (goals.starts().isEmpty()) {
      return reported;
    }
    Select<Record> rest =
        kept.isAll() ? reported : reported.unionAll(computed(with(all, bytes.columns()), columns));
    return kept.rows().isEmpty() ? rest : rest.unionAll(kept(all));
  }

  /** The conversions that are kept, with the number of the filling in its row. */
  private Select<Record> kept(List<Field<?>> columns) {
    List<BigInteger> rows = List.copyOf(kept.rows().values());
    return select(with(columns, bytes.computed((column, _) -> bytes.chosen(rows, NUMBER, column))))
        .from(kept().asTable("kept"));
  }

  private Select<?> kept() {
    Set<Long> fillings = kept.rows().keySet();
    Field<Integer> number =
        fillings.size() == 1 ? inline(1) : lookUp(TenantConversions.FILLING, fillings, 1, 0);
    return select(asterisk(), number.as(NUMBER))
        .from(
            new TenantConversions(events.data())
                .kept(goals.journeys(), fillings, range)
                .asTable("with_filling"))
        .where(users);
  }

  /**
   * Every conversion that follows from conditions: the journey, these columns of its event, when
   * the start was, and the goals.
   */
  Select<Record> computedWithStarts(List<Field<?>> columns) {
    List<Field<?>> all = with(List.of(EventColumns.JOURNEY_ID), columns);
    return computed(with(with(all, List.of(STARTED_AT)), bytes.columns()), columns);
  }

  /** The conversions that senders reported, as events with the goal's number. */
  private Select<?> reported() {
    Map<String, BigInteger> rows = goals.reported();
    Select<?> some =
        select(asterisk(), lookUp(key(EventColumns.GOAL_ID), rows.keySet(), 1, 0).as(NUMBER))
            .from(
                events
                    .withProperties(
                        goals.journeys(), EventSelection.of(EventType.GOAL_REACHED), range)
                    .asTable("reported"))
            .where(users);
    return select(asterisk()).from(some.asTable("with_number")).where(NUMBER.gt(inline(0)));
  }

  private Select<Record> computed(List<Field<?>> wanted, List<Field<?>> columns) {
    SortedMap<Long, BigInteger> tracked = goals.tracked();
    Field<Long> since =
        unsigned(
            epochMillis(column(DONE, EventColumns.TIME))
                .minus(epochMillis(column(START, EventColumns.TIME))));
    Field<Integer> period = lookUp(roundDown(since, tracked.keySet()), tracked.keySet(), 1, 0);
    List<Field<?>> converted = new ArrayList<>();
    converted.add(column(START, EventColumns.JOURNEY_ID).as(EventColumns.JOURNEY_ID));
    converted.add(column(START, EventColumns.TIME).as(STARTED_AT));
    columns.forEach(one -> converted.add(column(DONE, one).as(one)));
    converted.addAll(
        bytes.computed((column, field) ->
            GoalMask.and(
                column(DONE, field), bytes.chosen(List.copyOf(tracked.values()), period, column))));
    Condition on =
        column(DONE, EventColumns.USER_KEY)
            .eq(column(START, EventColumns.USER_KEY))
            .and(column(DONE, NUMBER).eq(column(START, NUMBER)))
            .and(column(DONE, EventColumns.TIME).ge(column(START, EventColumns.TIME)));
    return select(wanted)
        .from(
            select(converted)
                .from(closestJoin(done(columns), DONE, starts(), START, on))
                .asTable("in_order"))
        .where(bytes.any());
  }

  /** The custom events that satisfy conditions of goals, once for each of the user's starts. */
  private Select<?> done(List<Field<?>> columns) {
    List<BigInteger> rows = List.copyOf(goals.starts().values());
    List<Field<?>> kept = with(columns, WHO_AND_WHEN);
    Select<Record> matches = matcher.matches(customs(), kept);
    if (rows.size() == 1) {
      return select(asterisk(), inline(1).as(NUMBER)).from(matches.asTable("matches"));
    }
    Name match = name("match");
    Name ofUser = name("of_user");
    List<Field<?>> pairs = new ArrayList<>();
    kept.forEach(one -> pairs.add(column(match, one).as(one)));
    pairs.add(column(ofUser, NUMBER).as(NUMBER));
    pairs.addAll(
        bytes.computed((column, field) ->
            GoalMask.and(
                column(match, field), bytes.chosen(rows, column(ofUser, NUMBER), column))));
    Select<?> startsOfUsers =
        selectDistinct(EventColumns.USER_KEY, NUMBER).from(starts().asTable("starts"));
    return select(asterisk())
        .from(
            select(pairs)
                .from(matches.asTable(match))
                .join(startsOfUsers.asTable(ofUser))
                .on(column(match, EventColumns.USER_KEY).eq(column(ofUser, EventColumns.USER_KEY)))
                .asTable("pairs"))
        .where(bytes.any());
  }

  /**
   * What starts the tracking of goals: the journey, the user, the time and the start's number. Only
   * starts of users who have a custom event of a name that conditions ask for, whatever its
   * properties, which take long to read; so few starts have to be looked up.
   */
  private Select<?> starts() {
    Map<GoalTable.Start, BigInteger> starts = goals.starts();
    List<String> steps = starts.keySet().stream().map(GoalTable.Start::step).distinct().toList();
    List<String> keys =
        starts.keySet().stream().map(start -> goals.key(start.journey(), start.step())).toList();
    EventType[] types =
        steps.stream()
            .map(step ->
                step.equals(GoalTable.NO_STEP) ? EventType.ENTERED : EventType.STEP_COMPLETED)
            .distinct()
            .toArray(EventType[]::new);
    Field<String> step =
        when(EventColumns.TYPE.eq(inline(EventType.ENTERED.key())), inline(GoalTable.NO_STEP))
            .otherwise(EventColumns.STEP_ID);
    Select<?> some =
        select(
                EventColumns.JOURNEY_ID,
                EventColumns.USER_KEY,
                EventColumns.TIME,
                lookUp(key(step), keys, 1, 0).as(NUMBER))
            .from(
                events
                    .withDuplicates(
                        goals.starts().keySet().stream()
                            .map(GoalTable.Start::journey)
                            .collect(ImmutableSet.toImmutableSet()),
                        EventSelection.of(types),
                        range.reachingBack(goals.longestPeriod()))
                    .asTable("starts"))
            .where(step.in(steps.stream().map(DSL::inline).toList()))
            .and(
                condition(
                    "{0} IN ({1})",
                    EventColumns.USER_KEY,
                    select(EventColumns.USER_KEY).from(customs().asTable("named"))));
    return select(asterisk()).from(some.asTable("with_number")).where(NUMBER.gt(inline(0)));
  }

  /**
   * The custom events of the names that conditions ask for; where conversions are kept, only those
   * that may make others.
   */
  private Select<?> customs() {
    return events.customs(goals.eventNames(), users.and(isNotKept()), range);
  }

  private Condition isNotKept() {
    if (kept.rows().isEmpty()) {
      return noCondition();
    }
    Condition ofOthers =
        EventColumns.EVENT_NAME.in(kept.missing().stream().sorted().map(DSL::inline).toList());
    return kept.changedFrom()
        .map(first ->
            new TenantConversions(events.data())
                .mayHaveChanged(
                    kept.covers(),
                    first,
                    goals,
                    goals.eventNames(),
                    range.reachingBack(goals.longestPeriod())))
        .map(changed -> kept.missing().isEmpty() ? changed : changed.or(ofOthers))
        .orElse(ofOthers);
  }

  /** What {@link GoalTable#key} is for an event. */
  private Field<String> key(Field<String> id) {
    return goals.journeys().size() == 1
        ? id.cast(String.class)
        : text(EventColumns.JOURNEY_ID).concat(id.cast(String.class));
  }

  /** These columns and others, each once. */
  static List<Field<?>> with(
      Collection<? extends Field<?>> columns, Collection<? extends Field<?>> others) {
    return Stream.<Field<?>>concat(columns.stream(), others.stream()).distinct().toList();
  }

  /** A column of one of several tables. */
  static <T> Field<T> column(Name table, Field<T> column) {
    return field(table.append(column.getUnqualifiedName()), column.getDataType());
  }
}
