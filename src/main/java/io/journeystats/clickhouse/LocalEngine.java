package io.journeystats.clickhouse;

/** A ClickHouse engine that runs as a child process of the service until it is closed. */
public interface LocalEngine extends AutoCloseable {
  /** Returns the engine's endpoint, which does not change. */
  ClickHouseEndpoint endpoint();

  /** Returns the id of the engine's current process. */
  long processId();

  /** Stops the engine and releases its data directory. */
  @Override
  void close();
}
