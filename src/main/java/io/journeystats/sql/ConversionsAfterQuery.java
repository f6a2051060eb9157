package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static io.journeystats.sql.ConversionsQuery.WHO_AND_WHEN;
import static io.journeystats.sql.ConversionsQuery.column;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
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
record ConversionsAfterQuery(
    TenantTables events,
    JourneyId journey,
    TimeRange range,
    ConversionsQuery conversions,
    ConvertedAfter formula) {
  private static final Name INTERACTION = name("interaction");
  private static final Name CONVERSION = name("conversion");

  /** Distinct users by step: the step, and the users. */
  static ResultQuery<Record> users(
      StatsQuery.Numbers query, ConvertedAfter formula, MaterializedGoals fillings) {
    return new ConversionsAfterQuery(
            new TenantTables(query.data()),
            query.journey(),
            query.range(),
            ConversionsQuery.of(query, List.of(formula.goal()), fillings),
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
            column(INTERACTION, EventColumns.USER_KEY)
                .eq(column(CONVERSION, EventColumns.USER_KEY))
                .and(
                    column(INTERACTION, EventColumns.TIME)
                        .le(column(CONVERSION, EventColumns.TIME))));
    List<SelectFieldOrAsterisk> columns =
        List.of(
            column(INTERACTION, EventColumns.STEP_ID),
            countDistinct(column(INTERACTION, EventColumns.USER_KEY)));
    return withSettings(
        select(columns)
            .from(joined)
            .where(isInTime())
            .groupBy(column(INTERACTION, EventColumns.STEP_ID)),
        IN_WITHOUT_INDEX);
  }

  /** Every such conversion: these columns of its event. */
  Select<Record> each(List<Field<?>> columns) {
    Select<?> ofUsers =
        select(asterisk())
            .from(interactions())
            .where(
                condition(
                    "{0} IN ({1})",
                    EventColumns.USER_KEY, conversions.possible(EventColumns.USER_KEY)));
    return select(columns.stream().map(one -> column(CONVERSION, one).as(one)).toList())
        .from(
            closestJoin(
                conversions.each(ConversionsQuery.with(columns, WHO_AND_WHEN)),
                CONVERSION,
                ofUsers,
                INTERACTION,
                column(CONVERSION, EventColumns.USER_KEY)
                    .eq(column(INTERACTION, EventColumns.USER_KEY))
                    .and(
                        column(CONVERSION, EventColumns.TIME)
                            .ge(column(INTERACTION, EventColumns.TIME)))))
        .where(isInTime());
  }

  private Select<?> interactions() {
    return events.withDuplicates(
        journey, formula.interactions(), range.reachingBack(formula.goal().conversionPeriod()));
  }

  private Condition isInTime() {
    return epochMillis(column(CONVERSION, EventColumns.TIME))
        .le(
            epochMillis(column(INTERACTION, EventColumns.TIME))
                .plus(inline(formula.goal().conversionPeriod().toMillis())));
  }
}
