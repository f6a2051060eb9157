package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static io.journeystats.stats.GoalEvents.DONE;
import static io.journeystats.stats.GoalEvents.START;
import static io.journeystats.stats.GoalEvents.column;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

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
 * change nothing; where every conversion is wanted, one may be there as often as its event is.
 *
 * @param query the query whose numbers are conversions
 * @param users holds for the users whose conversions are wanted
 */
record Conversions(StatsQuery.Numbers query, Condition users) {
  private static final Name INTERACTION = name("interaction");
  private static final Name CONVERSION = name("conversion");
  private static final List<Field<?>> WHO_AND_WHEN = List.of(Columns.USER_KEY, Columns.TIME);
  private static final Field<Integer> NUMBER = field(name("number"), Integer.class);

  /** Those of all users. */
  Conversions(StatsQuery.Numbers query) {
    this(query, noCondition());
  }

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
                    .flatMap(goal -> conversions(goal, group().isPresent(), WHO_AND_WHEN).stream())
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
    return withSettings(
        select(columns).from(all.asTable("conversions")).groupBy(groups), IN_WITHOUT_INDEX);
  }

  /**
   * Distinct users by step who converted soon enough after an interaction: the step, and the users.
   */
  ResultQuery<Record> convertedAfter(ConvertedAfter formula) {
    Duration period = formula.goal().conversionPeriod();
    Select<?> conversions = each(formula.goal(), WHO_AND_WHEN);
    Table<Record> joined =
        closestJoin(
            interactions(formula),
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
    return withSettings(
        select(columns)
            .from(joined)
            .where(epochMillis(column(CONVERSION, Columns.TIME)).le(end(INTERACTION, period)))
            .groupBy(column(INTERACTION, Columns.STEP_ID)),
        IN_WITHOUT_INDEX);
  }

  /** Every conversion of a goal: these columns of its event. */
  Select<Record> each(Goal goal, List<Field<?>> columns) {
    return conversions(goal, true, columns).stream().reduce(Select::unionAll).orElseThrow();
  }

  /** Every conversion that came soon enough after an interaction: these columns of its event. */
  Select<Record> eachAfter(ConvertedAfter formula, List<Field<?>> columns) {
    Goal goal = formula.goal();
    List<Field<?>> joined =
        Stream.concat(columns.stream(), WHO_AND_WHEN.stream()).distinct().toList();
    Select<?> interactions =
        select(asterisk())
            .from(interactions(formula))
            .where(condition("{0} IN ({1})", Columns.USER_KEY, possible(goal, Columns.USER_KEY)));
    return select(columns.stream().map(one -> column(CONVERSION, one).as(one)).toList())
        .from(
            closestJoin(
                each(goal, joined),
                CONVERSION,
                interactions,
                INTERACTION,
                column(CONVERSION, Columns.USER_KEY)
                    .eq(column(INTERACTION, Columns.USER_KEY))
                    .and(column(CONVERSION, Columns.TIME).ge(column(INTERACTION, Columns.TIME)))))
        .where(
            epochMillis(column(CONVERSION, Columns.TIME))
                .le(end(INTERACTION, goal.conversionPeriod())));
  }

  /**
   * What may be a conversion of a goal, read in a fraction of the time: of each conversion, and of
   * others that no start went before, the user.
   *
   * @param user the column that stands for the user
   */
  Select<Record> possible(Goal goal, Field<?> user) {
    Select<Record> reported = reported(goal, List.of(user));
    return goal.conditions()
        .map(conditions ->
            reported.unionAll(
                select(List.of(user)).from(goalEvents().done(conditions).asTable(DONE))))
        .orElse(reported);
  }

  private Select<?> interactions(ConvertedAfter formula) {
    return events()
        .withDuplicates(
            query.journey(),
            formula.interactions(),
            query.range().reachingBack(formula.goal().conversionPeriod()));
  }

  /**
   * The conversions of a goal in the query's range, from each of its sources.
   *
   * @param columns which columns of its event
   * @param wantsEvery whether every conversion is wanted; otherwise at least one of each user who
   *     has any is, which is found by looking what came next after each start, and takes less
   */
  private List<Select<Record>> conversions(Goal goal, boolean wantsEvery, List<Field<?>> columns) {
    return Stream.concat(
            Stream.of(reported(goal, columns)),
            goal
                .conditions()
                .map(conditions -> computed(goal, conditions, wantsEvery, columns))
                .stream())
        .toList();
  }

  private Select<Record> reported(Goal goal, List<Field<?>> columns) {
    return select(columns)
        .from(
            goalEvents()
                .reported(journey(), Columns.GOAL_ID.eq(inline(goal.id())))
                .asTable("reported"));
  }

  private Select<Record> computed(
      Goal goal, GoalConditions conditions, boolean wantsEvery, List<Field<?>> columns) {
    Select<?> done = goalEvents().done(conditions);
    Condition inOrder = GoalEvents.inOrder();
    return select(columns.stream().map(one -> column(DONE, one).as(one)).toList())
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
    return starts(goal)
        .and(
            condition(
                "{0} IN ({1})",
                Columns.USER_KEY,
                select(Columns.USER_KEY).from(goalEvents().named(conditions).asTable("named"))));
  }

  private SelectConditionStep<?> starts(Goal goal) {
    return goalEvents().starts(journey(), goal.goalStepId(), goal.conversionPeriod());
  }

  private static Select<Record> numbered(int position, Select<Record> conversions) {
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
    return new GoalEvents(events(), query.range(), users);
  }

  private Set<JourneyId> journey() {
    return Set.of(query.journey());
  }

  /** The end of the conversion period that begins with a row, as milliseconds. */
  private static Field<Long> end(Name table, Duration period) {
    return epochMillis(column(table, Columns.TIME)).plus(inline(period.toMillis()));
  }
}
