package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * What ClickHouse reads for an answer.
 *
 * @param statements how many queries
 * @param rows how many rows of tables
 * @param bytes how many bytes of them, unpacked
 */
record Reading(long statements, long rows, long bytes) {
  private static final int TRIES = 3;

  /** Something that makes the service ask. */
  @FunctionalInterface
  interface Question {
    void ask() throws IOException;
  }

  /**
   * What a question makes ClickHouse read, by the engine's own counters; the least of some tries,
   * as others may be reading, too.
   */
  static Reading of(Database database, Question question) throws IOException {
    Reading counting = count(database).until(count(database));
    Reading least = new Reading(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < TRIES; i++) {
      Reading before = count(database);
      question.ask();
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
