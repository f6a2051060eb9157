package io.journeystats.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The columns of a row that says something about each of some goals: a byte for each, 32 bytes in a
 * column. A goal counts where the highest bit of its byte is set. In Java, all bytes of a row are
 * one number. Where nothing but that bit is wanted, it is all that a column has of each goal, and
 * 64 goals are in a column.
 *
 * @param goals how many goals there are
 * @param bits how many bits a column has of each: 8, or 1
 */
record GoalMask(int goals, int bits) {
  /** The number that a byte has as soon as its goal counts. */
  static final int COUNTS = 128;

  private static final int BITS = Byte.SIZE;
  private static final int MOST_BITS_OF_COLUMN = 256;

  /** Columns with the bytes of goals. */
  GoalMask(int goals) {
    this(goals, BITS);
  }

  /** The same goals in columns that only tell which of them count. */
  GoalMask countingOnly() {
    return new GoalMask(goals, 1);
  }

  /** The number in which the byte of a goal has a value, and all others are 0. */
  static BigInteger of(int goal, int value) {
    return BigInteger.valueOf(value).shiftLeft(BITS * goal);
  }

  /** The row in which the goals count and no others. */
  static BigInteger counting(Collection<Integer> goals) {
    return goals.stream().map(goal -> of(goal, COUNTS)).reduce(BigInteger.ZERO, BigInteger::or);
  }

  /** The columns, wherever they come from. */
  List<Field<BigInteger>> columns() {
    return IntStream.range(0, columnCount())
        .mapToObj(column -> field(name("goals_" + column), BigInteger.class))
        .toList();
  }

  /** The columns, each computed. */
  List<Field<BigInteger>> computed(
      BiFunction<Integer, Field<BigInteger>, Field<BigInteger>> computation) {
    List<Field<BigInteger>> computed = new ArrayList<>();
    for (Field<BigInteger> column : columns()) {
      computed.add(computation.apply(computed.size(), column).as(column));
    }
    return computed;
  }

  /** What a row has in a column, as a literal. */
  Field<BigInteger> literal(BigInteger row, int column) {
    return field("CAST({0}, {1})", BigInteger.class, inline(part(row, column)), inline(type()));
  }

  /** What the row of that number, counted from 1, has in a column; 0 where the number is 0. */
  Field<BigInteger> chosen(List<BigInteger> rows, Field<?> number, int column) {
    return field(
        "arrayElement(CAST([{0}], {1}), {2})",
        BigInteger.class,
        DSL.list(rows.stream().map(row -> inline(part(row, column))).toList()),
        inline("Array(" + type() + ")"),
        number);
  }

  /** What a column keeps where only the goals that also count in another row do. */
  static Field<BigInteger> and(Field<BigInteger> column, Field<BigInteger> other) {
    return field("bitAnd({0}, {1})", BigInteger.class, column, other);
  }

  /** Holds where any goal counts that also does in a row. */
  Condition anyOf(BigInteger row) {
    return or(
        IntStream.range(0, columnCount())
            .filter(column -> !part(row, column).equals("0"))
            .mapToObj(column ->
                condition("bitAnd({0}, {1}) != 0", columns().get(column), literal(row, column)))
            .toList());
  }

  /** Holds where any goal counts. */
  Condition any() {
    return or(columns().stream().map(column -> condition("{0} != 0", column)).toList());
  }

  private String part(BigInteger row, int column) {
    return inColumns(row)
        .shiftRight(bitsOfColumn() * column)
        .and(BigInteger.ONE.shiftLeft(bitsOfColumn()).subtract(BigInteger.ONE))
        .toString();
  }

  private BigInteger inColumns(BigInteger row) {
    if (bits == BITS) {
      return row;
    }
    BigInteger counting = BigInteger.ZERO;
    for (int goal = 0; goal < goals; goal++) {
      if (row.testBit(BITS * goal + BITS - 1)) {
        counting = counting.setBit(goal);
      }
    }
    return counting;
  }

  private int columnCount() {
    return Math.max(1, Math.ceilDiv(bits * goals, bitsOfColumn()));
  }

  /** Columns of 64 bits take far less to compute with; but they are to be few. */
  private int bitsOfColumn() {
    return bits == 1 || bits * goals <= Long.SIZE ? Long.SIZE : MOST_BITS_OF_COLUMN;
  }

  private String type() {
    return bitsOfColumn() == Long.SIZE ? "UInt64" : "UInt256";
  }
}
