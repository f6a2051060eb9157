package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static io.journeystats.stats.Conversions.WHO_AND_WHEN;
import static io.journeystats.stats.Conversions.column;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.ConvertedAfter;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

/**
 * The SQL of goal conversions that came soon enough after an interaction with a message; source:
 * the metrics specification, "Communications".
 *
 * @param events whose
 * @param journey in which journey
 * @param range converted when
 * @param conversions those of the formula's goal
 * @param formula which goal, and which interactions
 */
record ConversionsAfter(
    TenantEvents events,
    JourneyId journey,
    TimeRange range,
    Conversions conversions,
    ConvertedAfter formula) {
  private static final Name INTERACTION = name("interaction");
  private static final Name CONVERSION = name("conversion");

  /** Distinct users by step: the step, and the users. */
  static ResultQuery<Record> users(
      StatsQuery.Numbers query, ConvertedAfter formula, ConversionFillings fillings) {
    return new ConversionsAfter(
            new TenantEvents(query.data()),
            query.journey(),
            query.range(),
            Conversions.of(query, List.of(formula.goal()), fillings),
            formula)
        .users();
  }

  private ResultQuery<Record> users() {
    Table<Record> joined =
        closestJoin(
            interactions(),
            INTERACTION,
            conversions.each(WHO_AND_WHEN),
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
            .where(isInTime())
            .groupBy(column(INTERACTION, Columns.STEP_ID)),
        IN_WITHOUT_INDEX);
  }

  /** Every such conversion: these columns of its event. */
  Select<Record> each(List<Field<?>> columns) {
    Select<?> ofUsers =
        select(asterisk())
            .from(interactions())
            .where(
                condition(
                    "{0} IN ({1})", Columns.USER_KEY, conversions.possible(Columns.USER_KEY)));
    return select(columns.stream().map(one -> column(CONVERSION, one).as(one)).toList())
        .from(
            closestJoin(
                conversions.each(Conversions.with(columns, WHO_AND_WHEN)),
                CONVERSION,
                ofUsers,
                INTERACTION,
                column(CONVERSION, Columns.USER_KEY)
                    .eq(column(INTERACTION, Columns.USER_KEY))
                    .and(column(CONVERSION, Columns.TIME).ge(column(INTERACTION, Columns.TIME)))))
        .where(isInTime());
  }

  private Select<?> interactions() {
    return events.withDuplicates(
        journey, formula.interactions(), range.reachingBack(formula.goal().conversionPeriod()));
  }

  private Condition isInTime() {
    return epochMillis(column(CONVERSION, Columns.TIME))
        .le(
            epochMillis(column(INTERACTION, Columns.TIME))
                .plus(inline(formula.goal().conversionPeriod().toMillis())));
  }
}
