package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.csv.CsvFields;
import io.journeystats.event.EventType;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Metric;
import io.journeystats.query.LinkOrder;
import io.journeystats.query.MessageLinks;
import io.journeystats.query.StatsQuery;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;

/**
 * The SQL of the links of one message: its clicks, each once, by the address that was clicked.
 *
 * @param query which message, of which time
 */
record LinksQuery(StatsQuery.Links query) {
  /** The columns as CSV. */
  static final List<String> COLUMNS = List.of("link_url", "clicks", "clicked_users", "click_rate");

  /** Lets decimals keep their zeros at the end: 12.50. */
  static final String DECIMALS = "output_format_decimal_trailing_zeros = 1";

  private static final Field<Long> CLICKS = field(name("clicks"), Long.class);
  private static final Field<Long> USERS = field(name("clicked_users"), Long.class);
  private static final Field<Long> ALL_CLICKS =
      field("sum({0}) OVER ()", Long.class, CLICKS).as("all_clicks");

  MessageLinks read(DSLContext database) {
    Result<? extends Record> rows =
        database.fetch(
            select(EventColumns.LINK_URL, CLICKS, USERS, ALL_CLICKS)
                .from(byLink())
                .orderBy(order(query.order()))
                .limit(inline(query.limit())));
    return new MessageLinks(
        rows.map(row ->
            new MessageLinks.Link(row.get(EventColumns.LINK_URL), row.get(CLICKS), row.get(USERS))),
        rows.isEmpty() ? 0 : rows.getFirst().get(ALL_CLICKS));
  }

  /**
   * All rows as CSV.
   *
   * @param recipients the users to whom the message went, of whom those who clicked are a share
   * @param texts writes texts
   */
  Select<Record> rows(Metric recipients, CsvFields texts) {
    return select(
            List.of(
                texts.optionalText(EventColumns.LINK_URL), CLICKS, USERS, clickRate(recipients)))
        .from(byLink())
        .orderBy(order(query.order()));
  }

  /**
   * Rounded half up to two decimals, or nothing. The recipients are counted by the same statement:
   * the share of numbers of two moments may be more than all.
   */
  private Field<?> clickRate(Metric recipients) {
    if (!(recipients.formula() instanceof Distinct users)) {
      throw new IllegalArgumentException("not a number of users: " + recipients.key());
    }
    Select<Record1<Long>> sent =
        select(EventNumbersQuery.number(users))
            .from(
                new TenantTables(query.data())
                    .withDuplicates(query.journey(), users.events(), query.range())
                    .asTable("sent"));
    return field(
        "if({1} = 0, NULL, toDecimal64(intDivOrZero({0} * 20000 + {1}, 2 * {1}), 2) / 100)",
        USERS, field(sent));
  }

  private Table<?> byLink() {
    EventSelection clicked =
        EventSelection.of(EventType.MESSAGE_CLICKED).in(query.channel()).at(query.stepId());
    return select(
            EventColumns.LINK_URL,
            count().as(CLICKS.getName()),
            countDistinct(EventColumns.USER_KEY).as(USERS.getName()))
        .from(
            new TenantTables(query.data())
                .once(query.journey(), clicked, query.range())
                .asTable("clicked"))
        .groupBy(EventColumns.LINK_URL)
        .asTable("by_link");
  }

  private static List<OrderField<?>> order(LinkOrder order) {
    Field<?> by =
        switch (order.by()) {
          case CLICKS -> CLICKS;
          case CLICKED_USERS -> USERS;
          case LINK_URL -> EventColumns.LINK_URL;
        };
    return List.of(order.descending() ? by.desc() : by.asc(), EventColumns.LINK_URL.asc());
  }
}
