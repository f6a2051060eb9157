package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
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
  private static final Field<Integer> NUMBER = field(name("number"), Integer.class);

  /**
   * Distinct users by group: the row's columns are the group, the position in the list, and the
   * users.
   */
  Select<Record> converted(List<Converted> formulas) {
    Select<Record> all =
        IntStream.range(0, formulas.size())
            .boxed()
            .flatMap(position ->
                formulas.get(position).goals().stream()
                    .flatMap(goal -> of(goal).stream())
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
    return select(columns).from(all.asTable("conversions")).groupBy(groups);
  }

  /**
   * Distinct users by step who converted soon enough after an interaction: the step, and the users.
   */
  Select<Record> convertedAfter(ConvertedAfter formula) {
    Goal goal = formula.goal();
    EventSelection selection = formula.interactions();
    Table<?> interactions =
        events()
            .withDuplicates(
                query.journey(), selection, query.range().reachingBack(goal.conversionPeriod()))
            .as("interactions");
    Table<?> conversions =
        of(goal).stream().reduce(Select::unionAll).orElseThrow().asTable("conversions");
    Table<Record> joined =
        closestJoin(
            interactions,
            conversions,
            in("interactions", Columns.USER_KEY)
                .eq(in("conversions", Columns.USER_KEY))
                .and(in("interactions", Columns.TIME).le(in("conversions", Columns.TIME))));
    Field<String> step = in("interactions", Columns.STEP_ID);
    List<SelectFieldOrAsterisk> columns =
        List.of(step, countDistinct(in("interactions", Columns.USER_KEY)));
    return select(columns)
        .from(joined)
        .where(
            epochMillis(in("conversions", Columns.TIME))
                .le(
                    epochMillis(in("interactions", Columns.TIME))
                        .plus(inline(goal.conversionPeriod().toMillis()))))
        .groupBy(step);
  }

  /**
   * The conversions of a goal in the query's range, from each of its sources: the user and the
   * time.
   */
  private List<Select<Record2<Object, Object>>> of(Goal goal) {
    return Stream.concat(
            Stream.of(reported(goal)),
            goal.conditions().map(conditions -> computed(goal, conditions)).stream())
        .toList();
  }

  private Select<Record2<Object, Object>> reported(Goal goal) {
    return select(Columns.USER_KEY, Columns.TIME)
        .from(
            events()
                .withDuplicates(
                    query.journey(), EventSelection.of(EventType.GOAL_REACHED), query.range())
                .as("reported"))
        .where(Columns.GOAL_ID.eq(inline(goal.id())));
  }

  private Select<Record2<Object, Object>> computed(Goal goal, GoalConditions conditions) {
    Table<?> events =
        events()
            .custom(
                conditions.eventName(), PropertyConditions.all(conditions.filters()), query.range())
            .as("done");
    Table<?> starts = starts(goal).asTable("starts");
    Table<Record> joined =
        closestJoin(
            events,
            starts,
            in("done", Columns.USER_KEY)
                .eq(in("starts", Columns.USER_KEY))
                .and(in("done", Columns.TIME).ge(in("starts", Columns.TIME))));
    return select(in("done", Columns.USER_KEY), in("done", Columns.TIME))
        .from(joined)
        .where(
            epochMillis(in("done", Columns.TIME))
                .lt(
                    epochMillis(in("starts", Columns.TIME))
                        .plus(inline(goal.conversionPeriod().toMillis()))));
  }

  private Select<?> starts(Goal goal) {
    TimeRange range = query.range().reachingBack(goal.conversionPeriod());
    Optional<String> goalStep = goal.goalStepId();
    return goalStep.isPresent()
        ? select(Columns.USER_KEY, Columns.TIME)
            .from(
                events()
                    .withDuplicates(
                        query.journey(), EventSelection.of(EventType.STEP_COMPLETED), range)
                    .as("completed"))
            .where(Columns.STEP_ID.eq(inline(goalStep.get())))
        : select(Columns.USER_KEY, Columns.TIME)
            .from(
                events()
                    .withDuplicates(query.journey(), EventSelection.of(EventType.ENTERED), range)
                    .as("entered"));
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
          Optional.of(bucketStart(Columns.TIME, buckets.starts()));
      case Breakdown.ByStep(), Breakdown.ByReason() ->
          throw new IllegalArgumentException("conversions have no step and no reason");
    };
  }

  private TenantEvents events() {
    return new TenantEvents(query.tenant());
  }

  private static <T> Field<T> in(String table, Field<T> column) {
    return field(name(table, column.getName()), column.getDataType());
  }
}
