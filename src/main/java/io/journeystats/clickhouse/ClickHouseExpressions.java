package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.resultQuery;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** ClickHouse expressions that jOOQ lacks; all vendor-specific syntax is here. */
public final class ClickHouseExpressions {
  /**
   * A setting that prevents index lookups for {@code IN} with subqueries: no index helps to find
   * users, and trying takes longer than reading.
   */
  public static final String IN_WITHOUT_INDEX = "use_index_for_in_with_subqueries = 0";

  private ClickHouseExpressions() {}

  /** Returns the table without duplicates of its sort key. */
  public static Table<Record> deduplicated(Table<?> table) {
    return table("{0} FINAL", table);
  }

  /** Returns the sum of a number over the rows that satisfy a condition. */
  public static Field<Long> sumIf(Field<Long> number, Condition condition) {
    return field("sumIf({0}, {1})", Long.class, number, condition);
  }

  /** Returns the exact number of distinct values among the rows that satisfy a condition. */
  public static Field<Long> countDistinctIf(Field<?> value, Condition condition) {
    return field("uniqExactIf({0}, {1})", Long.class, value, condition);
  }

  /** Returns the exact number of distinct values. */
  public static Field<Long> countDistinct(Field<?> value) {
    return field("uniqExact({0})", Long.class, value);
  }

  /** Converts a value to text. */
  public static Field<String> text(Field<?> value) {
    return field("toString({0})", String.class, value);
  }

  /** Combines values to a tuple. */
  public static Field<Object> tuple(Field<?>... parts) {
    return field("({0})", Object.class, list(parts));
  }

  /** Returns an element of a tuple, counted from 1. */
  public static <T> Field<T> tupleElement(Field<?> tuple, int position, Class<T> type) {
    return field("tupleElement({0}, {1})", type, tuple, inline(position));
  }

  /** Returns an array of texts or numbers, which ClickHouse parses as one literal. */
  public static Field<Object> literals(Collection<?> values) {
    return field(
        "[{0}]", Object.class, list(values.stream().map(ClickHouseExpressions::literal).toList()));
  }

  private static QueryPart literal(Object value) {
    return value instanceof Number number ? DSL.raw(number.toString()) : inline(value);
  }

  /**
   * Maps a value to the number of the equal literal.
   *
   * @param first the number of the first literal
   * @param otherwise the number of all other values
   */
  public static Field<Integer> lookUp(
      Field<?> value, Collection<?> literals, int first, int otherwise) {
    return literals.isEmpty()
        ? inline(otherwise)
        : field(
            "transform({0}, {1}, range({2}, {3}), {4})",
            Integer.class,
            value,
            literals(literals),
            inline(first),
            inline(first + literals.size()),
            inline(otherwise));
  }

  /**
   * Returns the greatest of some ascending literals that does not exceed a value, or the first one.
   */
  public static Field<Object> roundDown(Field<?> value, Collection<? extends Number> literals) {
    return field("roundDown({0}, {1})", Object.class, value, literals(literals));
  }

  /** Returns the number of texts, sorted by bytes, that do not exceed a value. */
  public static Field<Long> countUpTo(List<String> texts, Field<String> value) {
    List<Integer> halves = new ArrayList<>();
    for (int half = Integer.highestOneBit(texts.size()); half > 0; half /= 2) {
      halves.add(half);
    }
    return field(
        """
        arrayFold((found, more) -> if(
          found + more <= {0} AND {1} >= arrayElement({2}, found + more), found + more, found), {3}, toUInt64(0))\
        """,
        Long.class, inline(texts.size()), value, literals(texts), literals(halves));
  }

  /** Converts a nonnegative number to ClickHouse's type of such literals. */
  public static Field<Long> unsigned(Field<Long> number) {
    return field("toUInt64({0})", Long.class, number);
  }

  /** Returns the bitwise OR over all rows. */
  public static <T> Field<T> bitUnion(Field<T> bits) {
    return field("groupBitOr({0})", bits.getDataType(), bits);
  }

  /** Returns the number of rows that satisfy a condition. */
  public static Field<Long> countIf(Condition condition) {
    return field("countIf({0})", Long.class, condition);
  }

  /** Returns a literal of an instant in milliseconds. */
  public static Field<Object> instant(Instant instant) {
    return field(
        "fromUnixTimestamp64Milli(toInt64({0}), 'UTC')",
        Object.class, inline(instant.toEpochMilli()));
  }

  /** Converts a time to milliseconds since 1970. */
  public static Field<Long> epochMillis(Field<?> time) {
    return field("toUnixTimestamp64Milli({0})", Long.class, time);
  }

  /** Converts milliseconds since 1970 to a time. */
  public static Field<Object> timeOfMillis(Field<Long> millis) {
    return field("fromUnixTimestamp64Milli({0}, 'UTC')", Object.class, millis);
  }

  /** Returns the minimum among the rows that satisfy a condition, or null. */
  public static Field<Object> leastIf(Field<?> value, Condition condition) {
    return field("minOrNullIf({0}, {1})", Object.class, value, condition);
  }

  /** Returns the maximum among the rows that satisfy a condition, or the type's default. */
  public static Field<Object> greatestIf(Field<?> value, Condition condition) {
    return field("maxIf({0}, {1})", Object.class, value, condition);
  }

  /** Returns the value of any one row. */
  public static <T> Field<T> anyOf(Field<T> value) {
    return field("any({0})", value.getDataType(), value);
  }

  /** Replaces values by texts where there is a replacement. */
  public static Field<String> replaced(
      Field<?> value, Map<?, String> replacements, Field<String> otherwise) {
    return replacements.isEmpty()
        ? otherwise
        : field(
            "transform({0}, [{1}], [{2}], {3})",
            String.class,
            value,
            DSL.list(replacements.keySet().stream().map(DSL::inline).toList()),
            DSL.list(replacements.values().stream().map(DSL::inline).toList()),
            otherwise);
  }

  /**
   * Prefixes a text with an apostrophe if it matches a pattern.
   *
   * @param pattern a regular expression that no text starting with an ASCII letter or digit
   *     matches; most texts do start so, and matching them would take several times as long
   */
  public static Field<String> apostrophised(Field<String> text, String pattern) {
    return field(
        "if((ascii({0}) BETWEEN 48 AND 57) OR (ascii({0}) BETWEEN 65 AND 122)"
            + " OR NOT match({0}, {1}), {0}, concat({2}, {0}))",
        String.class, text, inline(pattern), inline("'"));
  }

  /** Returns the text, or null if it is empty. */
  public static Field<String> nullIfEmpty(Field<String> text) {
    return field("nullIf({0}, '')", String.class, text);
  }

  /**
   * Returns the start of the bucket that contains a time, both in milliseconds since 1970.
   *
   * <p>The ascending starts are written as ranges with equal steps in three literals. Listing them
   * individually would exceed the maximum statement length for a year of hours, and one expression
   * per range would take long to analyze: a century of months has a thousand ranges.
   */
  public static Field<Long> bucketStart(Field<Long> time, List<Instant> starts) {
    List<StepRange> runs = StepRange.of(starts.stream().map(Instant::toEpochMilli).toList());
    return field(
        """
        roundDown({0}, arrayFlatten(arrayMap(
          (first, step, length) -> arrayMap(i -> toInt64(first + i * step), range(length)), {1}, {2}, {3})))\
        """,
        Long.class,
        time,
        literals(runs.stream().map(StepRange::first).toList()),
        literals(runs.stream().map(StepRange::step).toList()),
        literals(runs.stream().map(StepRange::length).toList()));
  }

  /**
   * Joins each row with the closest row of another query.
   *
   * @param left a query
   * @param leftName its name in the condition
   * @param right another query
   * @param rightName its name in the condition
   * @param on equalities, and one inequality that defines the closest row
   */
  public static Table<Record> closestJoin(
      Select<?> left, Name leftName, Select<?> right, Name rightName, Condition on) {
    return table(
        "({0}) AS {1} ASOF JOIN ({2}) AS {3} ON {4}", left, leftName, right, rightName, on);
  }

  /**
   * Like {@link #closestJoin}, but keeps left rows without a match, with defaults in place of the
   * right columns.
   */
  public static Table<Record> closestLeftJoin(
      Select<?> left, Name leftName, Select<?> right, Name rightName, Condition on) {
    return table(
        "({0}) AS {1} ASOF LEFT JOIN ({2}) AS {3} ON {4}", left, leftName, right, rightName, on);
  }

  /** Returns the query with settings. */
  public static ResultQuery<Record> withSettings(Select<?> query, String... settings) {
    return resultQuery("{0} SETTINGS {1}", query, DSL.raw(String.join(", ", settings)));
  }

  /** Returns whether a text starts with a prefix. */
  public static Condition startsWith(Field<String> text, String prefix) {
    return condition("startsWith({0}, {1})", text, inline(prefix));
  }
}
