package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/**
 * The disk space of the data.
 *
 * @param events the number of events
 * @param tables the disk space of each table
 */
record DiskUse(long events, List<TableUse> tables) {
  /**
   * The disk space of a table.
   *
   * @param table the name of the table
   * @param rows the number of rows
   * @param bytes the compressed size, with indices and marks
   * @param parts the number of parts
   */
  record TableUse(String table, long rows, long bytes, long parts) {
    static TableUse of(JsonNode row) {
      return new TableUse(
          row.get("table").textValue(),
          row.get("rows").asLong(),
          row.get("bytes").asLong(),
          row.get("parts").asLong());
    }
  }

  static DiskUse of(Database database) throws IOException {
    return new DiskUse(
        database.number("SELECT count() FROM events"),
        database
            .rows(
                """
                SELECT table, sum(rows) AS rows, sum(bytes_on_disk) AS bytes, count() AS parts
                FROM system.parts
                WHERE database = currentDatabase() AND active
                GROUP BY table
                ORDER BY bytes DESC
                """)
            .stream()
            .map(TableUse::of)
            .toList());
  }

  double bytesPerEvent() {
    return tables.stream().mapToLong(TableUse::bytes).sum() / (double) events;
  }
}
