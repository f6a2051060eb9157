package io.journeystats.testing;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.StoreUnavailableException;

/** An insertion that inserts nothing and runs until it is closed. */
public final class EndlessInsertion implements AutoCloseable {
  private final ClickHouse clickHouse;
  private final Thread thread;

  private EndlessInsertion(ClickHouse clickHouse, Thread thread) {
    this.clickHouse = clickHouse;
    this.thread = thread;
  }

  /**
   * Starts the insertion. It is running when this method returns.
   *
   * @param beginning the statement before its SELECT clause, which selects one UUID
   */
  public static EndlessInsertion start(ClickHouse clickHouse, String beginning) {
    Thread thread =
        Thread.startVirtualThread(() -> {
          try {
            clickHouse
                .dsl()
                .execute(
                    beginning
                        + " SELECT generateUUIDv4() FROM system.numbers"
                        + " WHERE sleepEachRow(0.05) = 1 SETTINGS max_block_size = 1");
          } catch (StoreUnavailableException _) {
            // Killed.
          }
        });
    EndlessInsertion insertion = new EndlessInsertion(clickHouse, thread);
    while (!insertion.isRunning()) {
      if (!thread.isAlive()) {
        throw new IllegalStateException("the insertion ended immediately: " + beginning);
      }
    }
    return insertion;
  }

  /** Whether the insertion is running. */
  public boolean isRunning() {
    return clickHouse
            .dsl()
            .fetchSingle(
                "SELECT toInt64(countIf(query LIKE 'INSERT%sleepEachRow%')) FROM system.processes"
                    + " WHERE current_database = currentDatabase()")
            .get(0, Long.class)
        > 0;
  }

  /** Kills the insertion. */
  @Override
  public void close() {
    clickHouse
        .dsl()
        .execute(
            "KILL QUERY WHERE query LIKE 'INSERT%sleepEachRow%'"
                + " AND current_database = currentDatabase() SYNC");
    Waiting.until(() -> !thread.isAlive());
  }
}
