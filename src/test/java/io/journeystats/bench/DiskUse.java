package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/**
 * What the data take on disk.
 *
 * @param events how many events there are
 * @param tables what each table takes
 */
record DiskUse(long events, List<TableUse> tables) {
  /**
   * What a table takes.
   *
   * @param table its name
   * @param rows its rows
   * @param bytes on disk, packed, with indices and marks
   * @param parts in how many parts
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

  double bytesAnEvent() {
    return tables.stream().mapToLong(TableUse::bytes).sum() / (double) events;
  }
}
