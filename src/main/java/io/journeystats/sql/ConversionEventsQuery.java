package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static io.journeystats.clickhouse.ClickHouseExpressions.bitUnion;
import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.countIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalValue;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.ConvertedEvents;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GoalAmounts;
import io.journeystats.query.GroupKey;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * Reads how many events are conversions of goals, and what they are worth: each event once.
 *
 * @param database what to ask
 * @param data whose, and from when on
 * @param journey of which journey
 * @param range of which time
 * @param breakdown split by what: by bucket, or not at all
 */
record ConversionEventsQuery(
    DSLContext database, TenantData data, JourneyId journey, TimeRange range, Breakdown breakdown) {
  private static final List<Field<?>> EVENT =
      List.of(EventColumns.TYPE, EventColumns.TIME, EventColumns.EVENT_KEY);

  private static final Field<String> PROPERTIES = field(name("properties_of_event"), String.class);
  private static final Field<Object> GROUP = field(name("group"), Object.class);
  private static final Field<Object> WORTH = field(name("worth"), Object.class);
  private static final Field<Integer> GOAL = field("tupleElement(worth, 1)", Integer.class);
  private static final Field<Object> VALUE = field("tupleElement(worth, 2)", Object.class);
  private static final Field<String> CURRENCY = field("tupleElement(worth, 3)", String.class);

  static ConversionEventsQuery of(DSLContext database, StatsQuery.Numbers query) {
    return new ConversionEventsQuery(
        database, query.data(), query.journey(), query.range(), query.breakdown());
  }

  static ConversionEventsQuery of(DSLContext database, StatsQuery.Amounts query) {
    return new ConversionEventsQuery(
        database, query.data(), query.journey(), query.range(), query.breakdown());
  }

  /** Adds how many there are. */
  void addNumbers(List<ConvertedEvents> numbers, MaterializedGoals fillings, AnswerBuilder answer) {
    List<Goal> goals = numbers.stream().map(ConvertedEvents::goal).distinct().toList();
    for (GoalTable table : GoalTable.of(Map.of(journey, goals))) {
      ConversionsQuery conversions = conversions(table, fillings.of(data, table, range));
      GoalMask bytes = conversions.bytes();
      List<SelectFieldOrAsterisk> columns = new ArrayList<>();
      columns.add(group().as(GROUP));
      numbers.forEach(number ->
          columns.add(countIf(bytes.anyOf(table.counting(journey, Set.of(number.goal()))))));
      database
          .fetch(
              withSettings(
                  select(columns)
                      .from(byEvent(conversions, EVENT, List.of()).asTable("by_event"))
                      .groupBy(GROUP),
                  IN_WITHOUT_INDEX))
          .forEach(row -> answer.addRow(row, 0, numbers));
    }
  }

  /** What they are worth, of the goals that have a value. */
  GoalAmounts amounts(Collection<Goal> goals) {
    List<Goal> valued = goals.stream().filter(goal -> goal.value().isPresent()).toList();
    Map<GroupKey, Map<String, List<GoalAmounts.Amount>>> groups = new HashMap<>();
    for (GoalTable table : GoalTable.of(Map.of(journey, valued))) {
      database
          .fetch(
              withSettings(
                  select(
                          GROUP,
                          GOAL.as("goal"),
                          CURRENCY.as("currency"),
                          field("toString(sum(assumeNotNull({0})))", String.class, VALUE)
                              .as("value"),
                          count().as("conversions"))
                      .from(each(table, valued).asTable("each"))
                      .groupBy(GROUP, GOAL, CURRENCY),
                  IN_WITHOUT_INDEX))
          .forEach(row -> add(row, valued, groups));
    }
    groups.values().stream()
        .flatMap(byGoal -> byGoal.values().stream())
        .forEach(amounts -> amounts.sort(GoalAmounts.Amount.LARGEST_FIRST));
    return new GoalAmounts(groups);
  }

  private void add(
      Record row, List<Goal> goals, Map<GroupKey, Map<String, List<GoalAmounts.Amount>>> groups) {
    GroupKey group =
        breakdown instanceof Breakdown.ByBucket
            ? new GroupKey.Bucket(Instant.ofEpochMilli(row.get(0, Long.class)))
            : new GroupKey.Whole();
    groups
        .computeIfAbsent(group, _ -> new HashMap<>())
        .computeIfAbsent(goals.get(row.get(1, Integer.class)).id(), _ -> new ArrayList<>())
        .add(
            new GoalAmounts.Amount(
                Optional.of(row.get(2, String.class)).filter(currency -> !currency.isEmpty()),
                new BigDecimal(row.get(3, String.class)),
                row.get(4, Long.class)));
  }

  /**
   * A row for each goal that an event is a conversion of with a value. What stands behind the name
   * of a property is read once, however many goals look at it.
   */
  private Select<?> each(GoalTable table, List<Goal> valued) {
    // The kept ones have no properties.
    ConversionsQuery conversions = conversions(table, MaterializedConversions.NONE);
    Select<?> events =
        byEvent(
            conversions,
            ConversionsQuery.with(EVENT, List.of(EventColumns.PROPERTIES)),
            List.of(anyOf(EventColumns.PROPERTIES).as(PROPERTIES)));
    List<String> names =
        valued.stream().map(goal -> goal.value().orElseThrow().property()).distinct().toList();
    GoalValueFields fields = new GoalValueFields(PROPERTIES);
    List<SelectFieldOrAsterisk> withTexts = new ArrayList<>(List.of(asterisk()));
    List<Field<Object>> worths = new ArrayList<>();
    for (String property : names) {
      withTexts.add(fields.text(property).as(text(names, property)));
    }
    for (int goal = 0; goal < valued.size(); goal++) {
      GoalValue value = valued.get(goal).value().orElseThrow();
      worths.add(
          field(
              "({0}, if({1}, {2}, NULL), {3})",
              Object.class,
              inline(goal),
              conversions.bytes().anyOf(table.counting(journey, Set.of(valued.get(goal)))),
              GoalValueFields.value(text(names, value.property())),
              fields.currency(value)));
    }
    return select(
            group().as(GROUP),
            field(
                    "arrayJoin(arrayFilter(one -> isNotNull(tupleElement(one, 2)), [{0}]))",
                    Object.class, list(worths))
                .as(WORTH))
        .from(select(withTexts).from(events.asTable("by_event")).asTable("with_texts"));
  }

  private static Field<String> text(List<String> names, String property) {
    return field(name("text_" + names.indexOf(property)), String.class);
  }

  private ConversionsQuery conversions(GoalTable table, MaterializedConversions kept) {
    return new ConversionsQuery(new TenantTables(data), range, noCondition(), table, kept);
  }

  /** A row for each event, with the goals that it is a conversion of. */
  private static Select<?> byEvent(
      ConversionsQuery conversions, List<Field<?>> read, List<Field<?>> more) {
    List<Field<?>> columns = new ArrayList<>(EVENT);
    columns.addAll(more);
    columns.addAll(conversions.bytes().computed((_, column) -> bitUnion(column)));
    return select(columns).from(conversions.rows(read).asTable("conversions")).groupBy(EVENT);
  }

  private Field<?> group() {
    return switch (breakdown) {
      case Breakdown.None() -> inline(0L);
      case Breakdown.ByBucket(var buckets) ->
          bucketStart(epochMillis(EventColumns.TIME), buckets.starts());
      case Breakdown.ByStep(), Breakdown.ByReason() ->
          throw new IllegalArgumentException("conversions have no step and no reason");
    };
  }
}
