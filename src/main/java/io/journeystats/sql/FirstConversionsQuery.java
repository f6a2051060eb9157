package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/** The SQL of users' first conversions of a range: a row for each user who converted. */
final class FirstConversionsQuery {
  /** When it was. */
  static final Field<Object> DONE_AT = field(name("done_at"), Object.class);

  /** Who converted. */
  static final Field<String> WHO = field(name("who"), String.class);

  private FirstConversionsQuery() {}

  /**
   * The users' keys and {@link #DONE_AT}.
   *
   * @param withUsers whether {@link #WHO} is wanted, too, which takes longer
   */
  static Select<Record> of(ConversionsQuery conversions, boolean withUsers) {
    List<Field<?>> read = new ArrayList<>(ConversionsQuery.WHO_AND_WHEN);
    List<SelectFieldOrAsterisk> columns =
        new ArrayList<>(List.of(EventColumns.USER_KEY, min(EventColumns.TIME).as(DONE_AT)));
    if (withUsers) {
      read.add(EventColumns.USER_ID);
      columns.add(anyOf(EventColumns.USER_ID).as(WHO));
    }
    return select(columns)
        .from(conversions.each(read).asTable("conversions"))
        .groupBy(EventColumns.USER_KEY);
  }
}
