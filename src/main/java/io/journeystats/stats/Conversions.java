package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

/**
 * The SQL of goal conversions; source: the metrics specification, "Performance" and "Computed
 * goals".
 *
 * <p>Starts and interactions are joined to conversions by their closest one in time: if the closest
 * is too far away, all are. Everything here is distinct users or existence, so duplicate events
 * change nothing.
 *
 * @param query the query whose numbers are conversions
 */
record Conversions(StatsQuery.Numbers query) {
  private static final Name INTERACTION = name("interaction");
  private static final Name CONVERSION = name("conversion");
  private static final Name DONE = name("done");
  private static final Name START = name("start");
  private static final Field<Integer> NUMBER = field(name("number"), Integer.class);

  /**
   * Distinct users by group: the row's columns are the group, the position in the list, and the
   * users.
   */
  ResultQuery<Record> converted(List<Converted> formulas) {
    Select<Record> all =
        IntStream.range(0, formulas.size())
            .boxed()
            .flatMap(position ->
                formulas.get(position).goals().stream()
                    .flatMap(goal -> of(goal, group().isPresent()).stream())
                    .map(conversions -> numbered(position, conversions)))
            .reduce(Select::unionAll)
            .orElseThrow();
    List<SelectFieldOrAsterisk> columns =
        List.of(
            group().<SelectFieldOrAsterisk>map(group -> group).orElse(inline("")),
            NUMBER,
            countDistinct(Columns.USER_KEY));
    List<Field<?>> groups = new ArrayList<>();
    group().ifPresent(groups::add);
    groups.add(NUMBER);
    return quick(select(columns).from(all.asTable("conversions")).groupBy(groups));
  }

  /**
   * Distinct users by step who converted soon enough after an interaction: the step, and the users.
   */
  ResultQuery<Record> convertedAfter(ConvertedAfter formula) {
    Duration period = formula.goal().conversionPeriod();
    Select<?> interactions =
        events()
            .withDuplicates(
                query.journey(), formula.interactions(), query.range().reachingBack(period));
    Select<?> conversions =
        of(formula.goal(), true).stream().reduce(Select::unionAll).orElseThrow();
    Table<Record> joined =
        closestJoin(
            interactions,
            INTERACTION,
            conversions,
            CONVERSION,
            of(INTERACTION, Columns.USER_KEY)
                .eq(of(CONVERSION, Columns.USER_KEY))
                .and(of(INTERACTION, Columns.TIME).le(of(CONVERSION, Columns.TIME))));
    List<SelectFieldOrAsterisk> columns =
        List.of(of(INTERACTION, Columns.STEP_ID), countDistinct(of(INTERACTION, Columns.USER_KEY)));
    return quick(
        select(columns)
            .from(joined)
            .where(epochMillis(of(CONVERSION, Columns.TIME)).le(end(INTERACTION, period)))
            .groupBy(of(INTERACTION, Columns.STEP_ID)));
  }

  /** No index helps to find users, and to try takes longer than to read. */
  private static ResultQuery<Record> quick(Select<?> query) {
    return withSettings(query, "use_index_for_in_with_subqueries = 0");
  }

  /**
   * The conversions of a goal in the query's range, from each of its sources: the user and the
   * time.
   *
   * @param wantsEvery whether every conversion is wanted; otherwise at least one of each user who
   *     has any is, which is found by looking what came next after each start, and takes less
   */
  private List<Select<Record2<Object, Object>>> of(Goal goal, boolean wantsEvery) {
    return Stream.concat(
            Stream.of(reported(goal)),
            goal.conditions().map(conditions -> computed(goal, conditions, wantsEvery)).stream())
        .toList();
  }

  private Select<Record2<Object, Object>> reported(Goal goal) {
    return select(Columns.USER_KEY, Columns.TIME)
        .from(
            events()
                .withDuplicates(
                    query.journey(), EventSelection.of(EventType.GOAL_REACHED), query.range()))
        .where(Columns.GOAL_ID.eq(inline(goal.id())));
  }

  private Select<Record2<Object, Object>> computed(
      Goal goal, GoalConditions conditions, boolean wantsEvery) {
    Select<?> done =
        events()
            .custom(
                conditions.eventName(),
                PropertyConditions.all(conditions.filters()),
                query.range());
    Condition inOrder =
        of(DONE, Columns.USER_KEY)
            .eq(of(START, Columns.USER_KEY))
            .and(of(DONE, Columns.TIME).ge(of(START, Columns.TIME)));
    return select(
            of(DONE, Columns.USER_KEY).as(Columns.USER_KEY),
            of(DONE, Columns.TIME).as(Columns.TIME))
        .from(
            wantsEvery
                ? closestJoin(done, DONE, startsOfUsersWith(conditions, goal), START, inOrder)
                : closestJoin(starts(goal), START, done, DONE, inOrder))
        .where(epochMillis(of(DONE, Columns.TIME)).lt(end(START, goal.conversionPeriod())));
  }

  /**
   * Only the starts of users who have an event of that name, whatever its properties, which take
   * long to read; so few starts have to be looked up.
   */
  private Select<?> startsOfUsersWith(GoalConditions conditions, Goal goal) {
    Select<?> named = events().custom(conditions.eventName(), trueCondition(), query.range());
    return starts(goal)
        .and(
            condition(
                "{0} IN ({1})",
                Columns.USER_KEY, select(Columns.USER_KEY).from(named.asTable("named"))));
  }

  private SelectConditionStep<Record2<Object, Object>> starts(Goal goal) {
    EventType start = goal.goalStepId().isPresent() ? EventType.STEP_COMPLETED : EventType.ENTERED;
    return select(Columns.USER_KEY, Columns.TIME)
        .from(
            events()
                .withDuplicates(
                    query.journey(),
                    EventSelection.of(start),
                    query.range().reachingBack(goal.conversionPeriod())))
        .where(
            goal.goalStepId()
                .<Condition>map(step -> Columns.STEP_ID.eq(inline(step)))
                .orElse(trueCondition()));
  }

  private static Select<Record> numbered(
      int position, Select<Record2<Object, Object>> conversions) {
    List<SelectFieldOrAsterisk> columns =
        List.of(inline(position).as(NUMBER), Columns.USER_KEY, Columns.TIME);
    return select(columns).from(conversions.asTable("one_goal"));
  }

  private Optional<Field<?>> group() {
    return switch (query.breakdown()) {
      case Breakdown.None() -> Optional.empty();
      case Breakdown.ByBucket(var buckets) ->
          Optional.of(bucketStart(epochMillis(Columns.TIME), buckets.starts()));
      case Breakdown.ByStep(), Breakdown.ByReason() ->
          throw new IllegalArgumentException("conversions have no step and no reason");
    };
  }

  private TenantEvents events() {
    return new TenantEvents(query.tenant());
  }

  /** The end of the conversion period that begins with a row, as milliseconds. */
  private static Field<Long> end(Name table, Duration period) {
    return epochMillis(of(table, Columns.TIME)).plus(inline(period.toMillis()));
  }

  private static <T> Field<T> of(Name table, Field<T> column) {
    return field(table.append(column.getUnqualifiedName()), column.getDataType());
  }
}
