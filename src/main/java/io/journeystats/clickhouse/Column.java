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
 * A column of a bulk insertion, written from the rows. ClickHouse turns what it gets into the type
 * that the table has there.
 *
 * @param <T> what a row is made from
 * @param name its name in the table
 * @param type the type of what is written
 * @param cells writes the value of a row
 */
public record Column<T>(String name, String type, Cells<T> cells) {

  /** A column of text. */
  public static <T> Column<T> text(String name, Function<T, String> value) {
    return new Column<>(name, "String", (row, output) -> output.writeText(value.apply(row)));
  }

  /** A column of small numbers, also of those that stand for the values of an enumeration. */
  public static <T> Column<T> code(String name, ToIntFunction<T> value) {
    return new Column<>(name, "Int8", (row, output) -> output.writeByte(value.applyAsInt(row)));
  }

  /** A column of numbers that are not negative. */
  public static <T> Column<T> count(String name, ToIntFunction<T> value) {
    return new Column<>(name, "UInt32", (row, output) -> output.writeInt(value.applyAsInt(row)));
  }

  /** A column of large numbers that are not negative. */
  public static <T> Column<T> number(String name, ToLongFunction<T> value) {
    return new Column<>(name, "UInt64", (row, output) -> output.writeLong(value.applyAsLong(row)));
  }

  /** A column of what is so or not. */
  public static <T> Column<T> flag(String name, Predicate<T> value) {
    return new Column<>(name, "Bool", (row, output) -> output.writeByte(value.test(row) ? 1 : 0));
  }

  /** A column of times to the millisecond. */
  public static <T> Column<T> time(String name, Function<T, Instant> value) {
    return new Column<>(
        name,
        "DateTime64(3, 'UTC')",
        (row, output) -> output.writeLong(value.apply(row).toEpochMilli()));
  }

  /** A column of UUIDs. */
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
   * @param <T> what a row is made from
   */
  @FunctionalInterface
  interface Cells<T> {
    /** Writes it. */
    void write(T row, NativeOutput output) throws IOException;
  }
}
