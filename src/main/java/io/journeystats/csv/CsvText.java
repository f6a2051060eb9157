package io.journeystats.csv;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Rows as text: texts always in quotes, numbers never, as ClickHouse writes them, too. */
final class CsvText {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

  private CsvText() {}

  /** Begins a file. */
  static void writeHeader(Appendable target, List<String> columns, CsvStyle style)
      throws IOException {
    target.append(style.beginning());
    write(target, columns.stream().<@Nullable Object>map(style::text).toArray());
  }

  static void writeRow(Appendable target, List<Cell> cells, CsvStyle style) throws IOException {
    write(target, cells.stream().<@Nullable Object>map(cell -> cell.written(style)).toArray());
  }

  private static void write(Appendable target, @Nullable Object[] values) throws IOException {
    FORMAT.printRecord(target, values);
  }
}
