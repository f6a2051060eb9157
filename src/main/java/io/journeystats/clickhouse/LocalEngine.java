package io.journeystats.clickhouse;

/** A ClickHouse that runs as a child process of the service, until it is closed. */
public interface LocalEngine extends AutoCloseable {
  /** The address of the engine; the same for as long as this object lives. */
  ClickHouseEndpoint endpoint();

  /** The id of the process that is the engine right now. */
  long processId();

  /** Stops the engine and frees its data directory. */
  @Override
  void close();
}
