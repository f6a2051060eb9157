package io.journeystats.exactness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The reading of files that the service makes. */
final class CsvRows {
  private CsvRows() {}

  /** The rows, the header first. */
  static ArrayNode read(String csv) {
    if (!csv.endsWith("\r\n")) {
      throw new AssertionError("no whole line at the end: " + csv);
    }
    ArrayNode rows = Json.array();
    try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      parser.forEach(record -> {
        ArrayNode row = rows.addArray();
        record.forEach(row::add);
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
