package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestLeftJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinctIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.replaced;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static io.journeystats.sql.ConversionsQuery.column;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.journeystats.csv.CsvFields;
import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalValue;
import io.journeystats.metric.ChannelProfile;
import io.journeystats.metric.EventSelection;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL of a goal's conversions: a row a user with the first conversion in the period, the
 * entrances up to it, and the step of the latest interaction before it, if that was not longer ago
 * than the goal's conversion period.
 *
 * @param query the period of the conversions
 * @param goal of which goal
 * @param stepNames the names of steps by their ids
 * @param materialized tell which conversions are kept
 */
record ConversionsTable(
    StatsQuery.Numbers query,
    Goal goal,
    Map<String, String> stepNames,
    MaterializedGoals materialized) {
  /** The columns. */
  static final List<String> COLUMNS =
      List.of(
          "user_id",
          "converted_at",
          "entrances_before",
          "attributed_step",
          "conversions",
          "values");

  private static final List<Field<?>> IDENTITY =
      List.of(EventColumns.USER_KEY, EventColumns.TYPE, EventColumns.TIME, EventColumns.EVENT_KEY);
  private static final List<Field<?>> EVENT =
      ConversionsQuery.with(IDENTITY, List.of(EventColumns.USER_ID));
  private static final Name FIRST = name("first");
  private static final Name INTERACTION = name("interaction");
  private static final Name ATTRIBUTED = name("attributed");
  private static final Name ENTRANCE = name("entrance");
  private static final Field<Object> CONVERTED_AT = field(name("converted_at"), Object.class);
  private static final Field<String> CONVERTER = field(name("converter"), String.class);
  private static final Field<Long> CONVERSIONS = field(name("conversions_of_user"), Long.class);
  private static final Field<String> VALUES = field(name("values_of_user"), String.class);
  private static final Field<Object> WORTH = field(name("worth"), Object.class);
  private static final Field<String> CURRENCY = field(name("currency"), String.class);
  private static final Field<String> STEP = field(name("step"), String.class);

  /** The rows. */
  Select<Record> rows(CsvFields texts) {
    Field<Object> convertedAt = column(ATTRIBUTED, CONVERTED_AT);
    Field<String> step = anyOf(column(ATTRIBUTED, STEP));
    List<SelectFieldOrAsterisk> cells =
        List.of(
            texts.text(anyOf(column(ATTRIBUTED, CONVERTER))),
            anyOf(convertedAt),
            countDistinctIf(
                tuple(
                    column(ENTRANCE, EventColumns.TIME), column(ENTRANCE, EventColumns.EVENT_KEY)),
                // Another one, where a user has none.
                column(ENTRANCE, EventColumns.JOURNEY_ID)
                    .eq(inline(query.journey().value()))
                    .and(column(ENTRANCE, EventColumns.TIME).le(convertedAt))),
            texts.optionalText(replaced(step, stepNames, step)),
            anyOf(column(ATTRIBUTED, CONVERSIONS)),
            texts.optionalText(anyOf(column(ATTRIBUTED, VALUES))));
    return select(cells)
        .from(attributed().asTable(ATTRIBUTED))
        .leftJoin(entrances().asTable(ENTRANCE))
        .on(column(ATTRIBUTED, EventColumns.USER_KEY).eq(column(ENTRANCE, EventColumns.USER_KEY)))
        .groupBy(column(ATTRIBUTED, EventColumns.USER_KEY))
        .orderBy(anyOf(column(ATTRIBUTED, CONVERTER)));
  }

  /** The first conversions with the closest interactions before them. */
  private Select<?> attributed() {
    Field<Long> oldest =
        epochMillis(column(FIRST, CONVERTED_AT)).minus(inline(goal.conversionPeriod().toMillis()));
    return select(
            column(FIRST, EventColumns.USER_KEY).as(EventColumns.USER_KEY),
            column(FIRST, CONVERTER).as(CONVERTER),
            column(FIRST, CONVERTED_AT).as(CONVERTED_AT),
            column(FIRST, CONVERSIONS).as(CONVERSIONS),
            column(FIRST, VALUES).as(VALUES),
            when(
                    epochMillis(column(INTERACTION, EventColumns.TIME)).ge(oldest),
                    column(INTERACTION, STEP))
                .otherwise(inline(""))
                .as(STEP))
        .from(
            closestLeftJoin(
                firsts(),
                FIRST,
                interactions(),
                INTERACTION,
                column(FIRST, EventColumns.USER_KEY)
                    .eq(column(INTERACTION, EventColumns.USER_KEY))
                    .and(column(FIRST, CONVERTED_AT).ge(column(INTERACTION, EventColumns.TIME)))));
  }

  private Select<?> firsts() {
    return goal.value().map(this::firstsWithValues).orElseGet(this::firstsOnly);
  }

  private Select<?> firstsOnly() {
    return select(
            EventColumns.USER_KEY,
            anyOf(EventColumns.USER_ID).as(CONVERTER),
            min(EventColumns.TIME).as(CONVERTED_AT),
            countDistinct(tuple(EventColumns.TYPE, EventColumns.TIME, EventColumns.EVENT_KEY))
                .as(CONVERSIONS),
            inline("").as(VALUES))
        .from(
            ConversionsQuery.of(query, List.of(goal), materialized)
                .each(EVENT)
                .asTable("conversions"))
        .groupBy(EventColumns.USER_KEY);
  }

  /** Each event once, then by user and currency, then by user. */
  private Select<?> firstsWithValues(GoalValue value) {
    GoalValueFields fields = new GoalValueFields(anyOf(EventColumns.PROPERTIES));
    List<SelectFieldOrAsterisk> ofEvent = new ArrayList<>(IDENTITY);
    ofEvent.add(anyOf(EventColumns.USER_ID).as(CONVERTER));
    ofEvent.add(GoalValueFields.value(fields.text(value.property())).as(WORTH));
    ofEvent.add(fields.currency(value).as(CURRENCY));
    // The kept conversions have no properties.
    ConversionsQuery conversions =
        new ConversionsQuery(
            events(),
            query.range(),
            noCondition(),
            new GoalTable(Map.of(query.journey(), List.of(goal))),
            MaterializedConversions.NONE);
    Select<?> byEvent =
        select(ofEvent)
            .from(
                conversions
                    .each(ConversionsQuery.with(EVENT, List.of(EventColumns.PROPERTIES)))
                    .asTable("conversions"))
            .groupBy(IDENTITY);
    Select<?> byCurrency =
        select(
                EventColumns.USER_KEY,
                CURRENCY,
                anyOf(CONVERTER).as("converter_of_user"),
                min(EventColumns.TIME).as("first_at"),
                count().as("events"),
                field("sum({0})", Object.class, WORTH).as("total"))
            .from(byEvent.asTable("by_event"))
            .groupBy(EventColumns.USER_KEY, CURRENCY);
    return select(
            EventColumns.USER_KEY,
            field("any(converter_of_user)", String.class).as(CONVERTER),
            field("min(first_at)", Object.class).as(CONVERTED_AT),
            field("sum(events)", Long.class).as(CONVERSIONS),
            field(
                    """
                    arrayStringConcat(arrayMap(
                      one -> trimLeft(concat(one.2, ' ', toDecimalString(negate(one.1), 4))),
                      arraySort(one -> (one.1, one.2 = '', one.2),
                        groupArrayIf((negate(assumeNotNull(total)), currency), isNotNull(total)))), '; ')\
                    """,
                    String.class)
                .as(VALUES))
        .from(byCurrency.asTable("by_currency"))
        .groupBy(EventColumns.USER_KEY);
  }

  /** Of those of the same time, the one with the greatest step id. */
  private Select<?> interactions() {
    List<EventSelection> all = ChannelProfile.interactionsByChannel();
    return select(EventColumns.USER_KEY, EventColumns.TIME, max(EventColumns.STEP_ID).as(STEP))
        .from(
            events()
                .withDuplicates(
                    query.journey(),
                    EventNumbersQuery.union(all.stream()),
                    query.range().reachingBack(goal.conversionPeriod()))
                .asTable("interactions"))
        .where(or(all.stream().map(SelectionConditions::matching).toList()))
        .groupBy(EventColumns.USER_KEY, EventColumns.TIME);
  }

  private Select<?> entrances() {
    TimeRange before = new TimeRange(Optional.empty(), query.range().to());
    return events()
        .withDuplicates(Set.of(query.journey()), EventSelection.of(EventType.ENTERED), before);
  }

  private TenantTables events() {
    return new TenantTables(query.data());
  }
}
