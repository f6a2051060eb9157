package io.journeystats.clickhouse;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A column of a bulk insert. ClickHouse converts the values to the type of the table's column.
 *
 * @param <T> the type of rows
 * @param name the column's name in the table
 * @param type the type of the written values
 * @param cells writes the value of a row
 */
public record Column<T>(String name, String type, Cells<T> cells) {

  /** Creates a text column. */
  public static <T> Column<T> text(String name, Function<T, String> value) {
    return new Column<>(name, "String", (row, output) -> output.writeText(value.apply(row)));
  }

  /** Creates a column of small numbers, such as enum values. */
  public static <T> Column<T> code(String name, ToIntFunction<T> value) {
    return new Column<>(name, "Int8", (row, output) -> output.writeByte(value.applyAsInt(row)));
  }

  /** Creates a column of nonnegative ints. */
  public static <T> Column<T> count(String name, ToIntFunction<T> value) {
    return new Column<>(name, "UInt32", (row, output) -> output.writeInt(value.applyAsInt(row)));
  }

  /** Creates a column of nonnegative longs. */
  public static <T> Column<T> number(String name, ToLongFunction<T> value) {
    return new Column<>(name, "UInt64", (row, output) -> output.writeLong(value.applyAsLong(row)));
  }

  /** Creates a boolean column. */
  public static <T> Column<T> flag(String name, Predicate<T> value) {
    return new Column<>(name, "Bool", (row, output) -> output.writeByte(value.test(row) ? 1 : 0));
  }

  /** Creates a column of times in milliseconds. */
  public static <T> Column<T> time(String name, Function<T, Instant> value) {
    return new Column<>(
        name,
        "DateTime64(3, 'UTC')",
        (row, output) -> output.writeLong(value.apply(row).toEpochMilli()));
  }

  /** Creates a UUID column. */
  public static <T> Column<T> uuid(String name, Function<T, UUID> value) {
    return new Column<>(name, "UUID", (row, output) -> output.writeUuid(value.apply(row)));
  }

  void write(Collection<T> rows, NativeOutput output) throws IOException {
    output.writeText(name);
    output.writeText(type);
    for (T row : rows) {
      cells.write(row, output);
    }
  }

  /**
   * Writes one row's value.
   *
   * @param <T> the type of rows
   */
  @FunctionalInterface
  interface Cells<T> {
    /** Writes the value. */
    void write(T row, NativeOutput output) throws IOException;
  }
}
