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

/** ClickHouse's own expressions that jOOQ does not know; the one place with vendor syntax. */
public final class ClickHouseExpressions {
  /**
   * Lets {@code IN} of a subquery look for no index: none helps to find users, and to try takes
   * longer than to read.
   */
  public static final String IN_WITHOUT_INDEX = "use_index_for_in_with_subqueries = 0";

  private ClickHouseExpressions() {}

  /** The table with duplicates of its sort key dropped while reading. */
  public static Table<Record> deduplicated(Table<?> table) {
    return table("{0} FINAL", table);
  }

  /** The sum of a number over the rows for which the condition holds. */
  public static Field<Long> sumIf(Field<Long> number, Condition condition) {
    return field("sumIf({0}, {1})", Long.class, number, condition);
  }

  /** The exact number of distinct values among the rows for which the condition holds. */
  public static Field<Long> countDistinctIf(Field<?> value, Condition condition) {
    return field("uniqExactIf({0}, {1})", Long.class, value, condition);
  }

  /** The exact number of distinct values. */
  public static Field<Long> countDistinct(Field<?> value) {
    return field("uniqExact({0})", Long.class, value);
  }

  /** A value as text. */
  public static Field<String> text(Field<?> value) {
    return field("toString({0})", String.class, value);
  }

  /** Several values as one. */
  public static Field<Object> tuple(Field<?>... parts) {
    return field("({0})", Object.class, list(parts));
  }

  /** A part of a tuple, counted from 1. */
  public static <T> Field<T> tupleElement(Field<?> tuple, int position, Class<T> type) {
    return field("tupleElement({0}, {1})", type, tuple, inline(position));
  }

  /** Texts or numbers as an array, which ClickHouse reads as one literal. */
  public static Field<Object> literals(Collection<?> values) {
    return field(
        "[{0}]", Object.class, list(values.stream().map(ClickHouseExpressions::literal).toList()));
  }

  private static QueryPart literal(Object value) {
    return value instanceof Number number ? DSL.raw(number.toString()) : inline(value);
  }

  /**
   * The number of the literal that is equal to a value.
   *
   * @param first the number of the first literal
   * @param otherwise the number of every other value
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

  /** The last of some literals, ascending, that is not greater than a value, or the first. */
  public static Field<Object> roundDown(Field<?> value, Collection<? extends Number> literals) {
    return field("roundDown({0}, {1})", Object.class, value, literals(literals));
  }

  /** How many of some texts, ascending by their bytes, are not greater than a value. */
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

  /** A number that is not negative, as ClickHouse takes literals of such numbers to be. */
  public static Field<Long> unsigned(Field<Long> number) {
    return field("toUInt64({0})", Long.class, number);
  }

  /** The bits that any row has. */
  public static <T> Field<T> bitUnion(Field<T> bits) {
    return field("groupBitOr({0})", bits.getDataType(), bits);
  }

  /** The number of rows for which the condition holds. */
  public static Field<Long> countIf(Condition condition) {
    return field("countIf({0})", Long.class, condition);
  }

  /** An instant as a literal, to the millisecond. */
  public static Field<Object> instant(Instant instant) {
    return field(
        "fromUnixTimestamp64Milli(toInt64({0}), 'UTC')",
        Object.class, inline(instant.toEpochMilli()));
  }

  /** A time as milliseconds since 1970. */
  public static Field<Long> epochMillis(Field<?> time) {
    return field("toUnixTimestamp64Milli({0})", Long.class, time);
  }

  /** Milliseconds since 1970 as a time. */
  public static Field<Object> timeOfMillis(Field<Long> millis) {
    return field("fromUnixTimestamp64Milli({0}, 'UTC')", Object.class, millis);
  }

  /** The least value among the rows for which the condition holds, or null. */
  public static Field<Object> leastIf(Field<?> value, Condition condition) {
    return field("minOrNullIf({0}, {1})", Object.class, value, condition);
  }

  /** The greatest value among the rows for which the condition holds, or its type's default. */
  public static Field<Object> greatestIf(Field<?> value, Condition condition) {
    return field("maxIf({0}, {1})", Object.class, value, condition);
  }

  /** Whatever value one of the rows has. */
  public static <T> Field<T> anyOf(Field<T> value) {
    return field("any({0})", value.getDataType(), value);
  }

  /** A text in the place of another, or of a number, where there is one for it. */
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
   * The text with an apostrophe before it where it matches.
   *
   * @param pattern a regular expression, which nothing matches that begins with a letter or a digit
   *     of ASCII: most texts do, and to compare them would take several times as long
   */
  public static Field<String> apostrophised(Field<String> text, String pattern) {
    return field(
        "if((ascii({0}) BETWEEN 48 AND 57) OR (ascii({0}) BETWEEN 65 AND 122)"
            + " OR NOT match({0}, {1}), {0}, concat({2}, {0}))",
        String.class, text, inline(pattern), inline("'"));
  }

  /** The text, or null where it is empty. */
  public static Field<String> nullIfEmpty(Field<String> text) {
    return field("nullIf({0}, '')", String.class, text);
  }

  /**
   * The start of the bucket that a time lies in, both as milliseconds since 1970; the starts
   * ascend.
   *
   * <p>The starts are written as runs of equal steps, whose numbers are three literals: a year of
   * hours would be longer than a statement may be, and an expression for each of the runs, of which
   * a century of months has a thousand, takes long to analyze.
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
   * Joins each row with the closest one of another query, as the conditions tell.
   *
   * @param left a query
   * @param leftName its name in the conditions
   * @param right another query
   * @param rightName its name in the conditions
   * @param on equalities, and one inequality of what makes the closest one
   */
  public static Table<Record> closestJoin(
      Select<?> left, Name leftName, Select<?> right, Name rightName, Condition on) {
    return table(
        "({0}) AS {1} ASOF JOIN ({2}) AS {3} ON {4}", left, leftName, right, rightName, on);
  }

  /** The same, with all rows of the left: what has no closest one has defaults in its place. */
  public static Table<Record> closestLeftJoin(
      Select<?> left, Name leftName, Select<?> right, Name rightName, Condition on) {
    return table(
        "({0}) AS {1} ASOF LEFT JOIN ({2}) AS {3} ON {4}", left, leftName, right, rightName, on);
  }

  /** The query with settings of its own. */
  public static ResultQuery<Record> withSettings(Select<?> query, String... settings) {
    return resultQuery("{0} SETTINGS {1}", query, DSL.raw(String.join(", ", settings)));
  }

  /** Tells whether a text begins with another. */
  public static Condition startsWith(Field<String> text, String prefix) {
    return condition("startsWith({0}, {1})", text, inline(prefix));
  }
}
