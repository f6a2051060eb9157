package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import com.google.common.collect.ImmutableSet;
import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Attributed;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.ConvertedEvents;
import io.journeystats.metric.Formula.ConvertedWithoutValue;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Followed;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Lasted;
import io.journeystats.metric.Formula.Travelled;
import io.journeystats.metric.TimeSpan;
import io.journeystats.query.StatsQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectHavingStep;

/**
 * The SQL of what users did that a number is made of: events that it counts, or conversions. An
 * event may be there more than once, so a count has to be distinct.
 *
 * @param query which number, of which journey and time
 * @param materialized tell which conversions are kept
 */
record ContributingEvents(StatsQuery.Contributors query, MaterializedGoals materialized) {
  static final Field<Long> FIRST_AT = field(name("first_at_ms"), Long.class);
  static final Field<Long> LAST_AT = field(name("last_at_ms"), Long.class);

  private static final List<Field<?>> WHO = List.of(EventColumns.USER_ID);
  private static final List<Field<?>> EVENT =
      List.of(EventColumns.USER_ID, EventColumns.TYPE, EventColumns.TIME, EventColumns.EVENT_KEY);
  private static final EventSelection ENTRANCES = EventSelection.of(EventType.ENTERED);

  /**
   * A row a user: the id, how many they are, the first and the last time.
   *
   * @param users holds for the users who are wanted
   */
  SelectHavingStep<Record> byUser(Condition users) {
    List<Select<Record>> all = new ArrayList<>(counted(users, EVENT));
    for (Aggregate aggregate : query.aggregates()) {
      switch (aggregate) {
        case Converted(var goals) -> all.add(conversions(users, goals).each(EVENT));
        case ConvertedAfter after ->
            all.add(
                new ConversionsAfterQuery(
                        new TenantTables(query.data()),
                        query.journey(),
                        query.range(),
                        conversions(users, Set.of(after.goal())),
                        after)
                    .each(EVENT));
        case Lasted(var span, var negative) -> all.add(spans(users, span).each(EVENT, negative));
        case Attributed(var attribution, var credit) ->
            all.add(attributed(users, attribution).each(EVENT, credit));
        case Travelled(var part, var steps) -> all.add(trips(users, steps).each(EVENT, part));
        case ConvertedEvents(var goal) -> all.add(conversions(users, Set.of(goal)).each(EVENT));
        case ConvertedWithoutValue(var goal) -> all.add(withoutValue(users, goal));
        case Count _, Distinct _ -> {
          // All of them are read together.
        }
        case InState state -> throw new IllegalArgumentException("nothing that was done: " + state);
      }
    }
    return select(
            List.of(
                EventColumns.USER_ID,
                countDistinct(tuple(EventColumns.TYPE, EventColumns.TIME, EventColumns.EVENT_KEY))
                    .as(EventColumns.NUMBER),
                min(epochMillis(EventColumns.TIME)).as(FIRST_AT),
                max(epochMillis(EventColumns.TIME)).as(LAST_AT)))
        .from(together(all).asTable("deeds"))
        .groupBy(EventColumns.USER_ID);
  }

  /**
   * Users' ids, each as often as anything of the user may be among them: what is quick to read, and
   * leaves none out.
   *
   * @param users holds for the users who are wanted
   */
  Select<Record> possible(Condition users) {
    List<Select<Record>> all = new ArrayList<>(counted(users, WHO));
    for (Aggregate aggregate : query.aggregates()) {
      switch (aggregate) {
        case Converted(var goals) ->
            all.add(conversions(users, goals).possible(EventColumns.USER_ID));
        case ConvertedAfter(var goal, _) ->
            all.add(conversions(users, Set.of(goal)).possible(EventColumns.USER_ID));
        case Lasted(var span, _) -> all.add(spans(users, span).possible());
        case Attributed(var attribution, _) -> all.add(attributed(users, attribution).possible());
        case Travelled(_, var steps) -> all.add(trips(users, steps).possible());
        case ConvertedEvents(var goal) ->
            all.add(conversions(users, Set.of(goal)).possible(EventColumns.USER_ID));
        case ConvertedWithoutValue(var goal) ->
            all.add(conversions(users, Set.of(goal)).possible(EventColumns.USER_ID));
        case Count _, Distinct _, InState _ -> {
          // Counted, or none of them.
        }
      }
    }
    return together(all);
  }

  private static Select<Record> together(List<Select<Record>> all) {
    return all.stream().reduce(Select::unionAll).orElseThrow();
  }

  /** Returns whether it counts entrances alone, which are also stored in the order of users. */
  boolean isOfEntrances() {
    return selections().equals(Set.of(ENTRANCES));
  }

  /** The events that are counted, in one reading, if there are any. */
  private List<Select<Record>> counted(Condition users, List<Field<?>> columns) {
    ImmutableSet<EventSelection> selections = selections();
    TenantTables events = new TenantTables(query.data());
    if (selections.isEmpty()) {
      return List.of();
    }
    if (isOfEntrances()) {
      Select<?> entrances =
          select(asterisk(), inline(EventType.ENTERED.key()).as(EventColumns.TYPE))
              .from(events.userEntrances(Set.of(query.journey()), users, query.range()));
      return List.of(select(columns).from(entrances.asTable("entrances")));
    }
    Select<?> some =
        events.withDuplicates(
            query.journey(), EventNumbersQuery.union(selections.stream()), query.range());
    return List.of(
        select(columns)
            .from(some.asTable("some"))
            .where(or(selections.stream().map(SelectionConditions::matching).toList()))
            .and(users));
  }

  private ImmutableSet<EventSelection> selections() {
    return query.aggregates().stream()
        .flatMap(aggregate ->
            switch (aggregate) {
              case Count(var events) -> Stream.of(events);
              case Distinct(_, var events) -> Stream.of(events);
              case Converted _, ConvertedAfter _, ConvertedEvents _, InState _, Followed _ ->
                  Stream.empty();
            })
        .collect(ImmutableSet.toImmutableSet());
  }

  private TimeSpanQuery spans(Condition users, TimeSpan span) {
    return new TimeSpanQuery(
        new TenantTables(query.data()), query.journey(), query.range(), span, users, materialized);
  }

  private AttributionQuery attributed(Condition users, Attribution attribution) {
    return new AttributionQuery(
        new TenantTables(query.data()),
        query.journey(),
        query.range(),
        attribution,
        users,
        materialized);
  }

  /** The order of steps of a time decides which are neighbours, so it has to be known here, too. */
  private TripsQuery trips(Condition users, List<String> steps) {
    return new TripsQuery(
        new TenantTables(query.data()), query.journey(), query.range(), steps, users);
  }

  private ConversionsQuery conversions(Condition users, Set<Goal> goals) {
    GoalTable table = new GoalTable(Map.of(query.journey(), goals));
    return conversions(users, table, materialized.of(query.data(), table, query.range()));
  }

  private ConversionsQuery conversions(
      Condition users, GoalTable table, MaterializedConversions kept) {
    return new ConversionsQuery(new TenantTables(query.data()), query.range(), users, table, kept);
  }

  /** Each event is looked at once, as it is where values are added up. */
  private Select<Record> withoutValue(Condition users, Goal goal) {
    if (goal.value().isEmpty()) {
      return conversions(users, Set.of(goal)).each(EVENT);
    }
    GoalValueFields fields = new GoalValueFields(anyOf(EventColumns.PROPERTIES));
    GoalTable table = new GoalTable(Map.of(query.journey(), Set.of(goal)));
    // The kept ones have no properties.
    return select(EVENT)
        .from(
            conversions(users, table, MaterializedConversions.NONE)
                .each(ConversionsQuery.with(EVENT, List.of(EventColumns.PROPERTIES)))
                .asTable("conversions"))
        .groupBy(EVENT)
        .having(GoalValueFields.value(fields.text(goal.value().orElseThrow().property())).isNull());
  }
}
