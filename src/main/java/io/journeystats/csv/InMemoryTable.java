package io.journeystats.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A table of few rows, which are there already.
 *
 * @param columns the names of the columns
 * @param rows each with a cell for every column
 */
public record InMemoryTable(List<String> columns, List<List<Cell>> rows) implements CsvTable {
  /** Copies both. */
  public InMemoryTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("a row of other columns than " + columns);
    }
  }

  @Override
  public long countRows() {
    return rows.size();
  }

  @Override
  public CsvReading open(CsvStyle style) {
    return new Reading(style);
  }

  private final class Reading implements CsvReading {
    private final CsvStyle style;

    Reading(CsvStyle style) {
      this.style = style;
    }

    @Override
    public boolean await(Duration longest) {
      return true;
    }

    @Override
    public long writeTo(OutputStream target, LongConsumer progress) throws IOException {
      // Not closed, as the target is not ours.
      Writer text = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
      CsvText.writeHeader(text, columns, style);
      for (List<Cell> row : rows) {
        CsvText.writeRow(text, row, style);
      }
      text.flush();
      progress.accept(rows.size());
      return rows.size();
    }

    @Override
    public void close() {
      // There is nothing to end.
    }
  }
}
