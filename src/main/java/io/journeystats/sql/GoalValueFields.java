package io.journeystats.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.journeystats.journey.GoalValue;
import java.util.Locale;
import org.jooq.Field;

/**
 * The SQL of what an event is worth; source: the analysis specification, "Value of goals". The
 * decimal is read from the text of the properties: ClickHouse's JSON functions would take it for a
 * double.
 *
 * @param properties the properties as they are stored: compact JSON
 */
record GoalValueFields(Field<String> properties) {
  /** The parts of JSON: texts, the signs between them, and all else. */
  private static final String PARTS = "\"(?:[^\"\\\\]|\\\\.)*\"|[{}\\[\\],:]|[^\"{}\\[\\],:]+";

  /** The number of decimals that are read; the last one is for rounding only. */
  private static final int READ = 5;

  private static final int KEPT = 4;

  /** The bound on absolute values. */
  private static final String BOUND = "1000000000000000";

  /**
   * The value, rounded half away from zero; null where it is not such a number.
   *
   * @param text what {@link #text} is for its property
   */
  static Field<Object> value(Field<String> text) {
    Field<Object> decimal =
        field(
            "if(ascii({0}) = 45 OR ascii({0}) BETWEEN 48 AND 57, toDecimal128OrNull({0}, {1}),"
                + " NULL)",
            Object.class, text, inline(READ));
    return field(
        "if(abs({0}) < toDecimal128({1}, {2}), round({0}, {3}), NULL)",
        Object.class, decimal, inline(BOUND), inline(READ), inline(KEPT));
  }

  /** The currency; empty where none is known. */
  Field<String> currency(GoalValue goal) {
    return goal.currency()
        .<Field<String>>map(currency -> inline(currency.toUpperCase(Locale.ROOT)))
        .or(() ->
            goal.currencyProperty()
                .map(property ->
                    field(
                        // JSONExtractString makes texts of booleans, too.
                        "if(JSONType({0}, {1}) = 'String' AND match(JSONExtractString({0}, {1}),"
                            + " {2}), upper(JSONExtractString({0}, {1})), '')",
                        String.class, properties, inline(property), inline("^[A-Za-z]{1,8}$"))))
        .orElse(inline(""));
  }

  /**
   * The text after the name of a property. Where there is no object in the properties, the name
   * occurs at most once after a quote that is not escaped, which is quickly found. Else their parts
   * are counted in and out of objects and lists.
   */
  Field<String> text(String property) {
    String name = new String(JsonStringEncoder.getInstance().quoteAsString(property));
    Field<Object> parts = field("extractAll({0}, {1})", Object.class, properties, inline(PARTS));
    Field<Object> depths =
        field(
            "arrayCumSum(part -> multiIf(part IN ({0}, '['), 1, part IN ({1}, ']'), -1, 0), {2})",
            Object.class, inline("{"), inline("}"), parts);
    Field<String> among =
        field(
            "arrayElement({0}, arrayFirstIndex((part, next, depth) -> part = {1} AND next = ':'"
                + " AND depth = 1, {0}, arrayPushBack(arrayPopFront({0}), ''), {2}) + 2)",
            String.class, parts, inline("\"" + name + "\""), depths);
    return field(
        "if(countSubstrings({0}, {1}) <= 1, simpleJSONExtractRaw({0}, {2}), {3})",
        String.class, properties, inline("{"), inline(name), among);
  }
}
