package io.journeystats.csv;

import io.journeystats.clickhouse.ClickHouseExpressions;
import org.jooq.Field;

/**
 * What ClickHouse writes into the cells of {@link StreamedTable}, as {@link Cell} does in memory.
 *
 * @param style how texts are written
 */
public record CsvFields(CsvStyle style) {

  /** A text of anybody's making, so one that a spreadsheet could take for a formula. */
  public Field<String> text(Field<String> text) {
    return style.raw() ? text : ClickHouseExpressions.apostrophised(text, FormulaEscaping.PATTERN);
  }

  /** The same, where an empty one means that there is none. */
  public Field<String> optionalText(Field<String> text) {
    return ClickHouseExpressions.nullIfEmpty(text(text));
  }

  /** An instant from milliseconds since 1970. */
  public static Field<Object> moment(Field<Long> millis) {
    return ClickHouseExpressions.timeOfMillis(millis);
  }
}
