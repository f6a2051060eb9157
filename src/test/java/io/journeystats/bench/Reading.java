package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * The data that ClickHouse reads for an answer.
 *
 * @param statements the number of queries
 * @param rows the number of rows
 * @param bytes the number of uncompressed bytes
 */
record Reading(long statements, long rows, long bytes) {
  private static final int TRIES = 3;

  /** An action that makes the service query ClickHouse. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  /**
   * Measures the data that an action makes ClickHouse read, by the engine's counters. Returns the
   * minimum of several runs, since background tasks also read.
   */
  static Reading of(Database database, Action action) throws IOException {
    Reading counting = count(database).until(count(database));
    Reading least = new Reading(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < TRIES; i++) {
      Reading before = count(database);
      action.run();
      Reading read = counting.until(before.until(count(database)));
      least = read.rows < least.rows ? read : least;
    }
    return least;
  }

  private Reading until(Reading later) {
    return new Reading(later.statements - statements, later.rows - rows, later.bytes - bytes);
  }

  private static Reading count(Database database) throws IOException {
    JsonNode row =
        database
            .rows(
                """
                SELECT
                    sumIf(value, event = 'SelectQuery') AS statements,
                    sumIf(value, event = 'SelectedRows') AS rows,
                    sumIf(value, event = 'SelectedBytes') AS bytes
                FROM system.events
                """)
            .getFirst();
    return new Reading(
        row.get("statements").asLong(), row.get("rows").asLong(), row.get("bytes").asLong());
  }
}
