package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static io.journeystats.stats.GoalEvents.DONE;
import static io.journeystats.stats.GoalEvents.START;
import static io.journeystats.stats.GoalEvents.column;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record3;
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
                    .flatMap(goal -> conversions(goal, group().isPresent()).stream())
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
        conversions(formula.goal(), true).stream().reduce(Select::unionAll).orElseThrow();
    Table<Record> joined =
        closestJoin(
            interactions,
            INTERACTION,
            conversions,
            CONVERSION,
            column(INTERACTION, Columns.USER_KEY)
                .eq(column(CONVERSION, Columns.USER_KEY))
                .and(column(INTERACTION, Columns.TIME).le(column(CONVERSION, Columns.TIME))));
    List<SelectFieldOrAsterisk> columns =
        List.of(
            column(INTERACTION, Columns.STEP_ID),
            countDistinct(column(INTERACTION, Columns.USER_KEY)));
    return quick(
        select(columns)
            .from(joined)
            .where(epochMillis(column(CONVERSION, Columns.TIME)).le(end(INTERACTION, period)))
            .groupBy(column(INTERACTION, Columns.STEP_ID)));
  }

  /** Every conversion of a goal: the user, the time, and the user's id. */
  Select<?> each(Goal goal) {
    return conversions(goal, true).stream().reduce(Select::unionAll).orElseThrow();
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
  private List<Select<Record3<Object, Object, String>>> conversions(Goal goal, boolean wantsEvery) {
    return Stream.concat(
            Stream.of(reported(goal)),
            goal.conditions().map(conditions -> computed(goal, conditions, wantsEvery)).stream())
        .toList();
  }

  private Select<Record3<Object, Object, String>> reported(Goal goal) {
    return select(Columns.USER_KEY, Columns.TIME, Columns.USER_ID)
        .from(
            goalEvents()
                .reported(journey(), Columns.GOAL_ID.eq(inline(goal.id())))
                .asTable("reported"));
  }

  private Select<Record3<Object, Object, String>> computed(
      Goal goal, GoalConditions conditions, boolean wantsEvery) {
    Select<?> done = goalEvents().done(conditions);
    Condition inOrder = GoalEvents.inOrder();
    return select(
            column(DONE, Columns.USER_KEY).as(Columns.USER_KEY),
            column(DONE, Columns.TIME).as(Columns.TIME),
            column(DONE, Columns.USER_ID).as(Columns.USER_ID))
        .from(
            wantsEvery
                ? closestJoin(done, DONE, startsOfUsersWith(conditions, goal), START, inOrder)
                : closestJoin(starts(goal), START, done, DONE, inOrder))
        .where(GoalEvents.inTime(inline(goal.conversionPeriod().toMillis())));
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

  private SelectConditionStep<?> starts(Goal goal) {
    return goalEvents().starts(journey(), goal.goalStepId(), goal.conversionPeriod());
  }

  private static Select<Record> numbered(
      int position, Select<Record3<Object, Object, String>> conversions) {
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

  private GoalEvents goalEvents() {
    return new GoalEvents(events(), query.range());
  }

  private Set<JourneyId> journey() {
    return Set.of(query.journey());
  }

  /** The end of the conversion period that begins with a row, as milliseconds. */
  private static Field<Long> end(Name table, Duration period) {
    return epochMillis(column(table, Columns.TIME)).plus(inline(period.toMillis()));
  }
}
