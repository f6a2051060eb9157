package io.journeystats.csv;

import io.journeystats.clickhouse.StoreUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongConsumer;

/** One reading of a table, from its header to its last row. */
public interface CsvReading extends AutoCloseable {
  /**
   * Waits for the first rows.
   *
   * @param longest how long
   * @return whether they came; if not, writing waits on
   * @throws StoreUnavailableException where the store failed by then
   */
  boolean await(Duration longest);

  /**
   * Writes header and rows; once at most. What is written is complete only where this returns: a
   * caller that catches what it throws has to discard the bytes.
   *
   * @param target where to; not closed, and flushed after the header, as rows may be long in coming
   * @param progress receives the number of rows written, now and then
   * @return how many rows there were, the header not counted
   * @throws IOException where the target does not take them
   * @throws StoreUnavailableException where the store broke off
   */
  long writeTo(OutputStream target, LongConsumer progress) throws IOException;

  /**
   * Ends the reading, and where it is not finished, what the store does for it; from any thread, as
   * often as anybody likes. A {@link #writeTo} that still goes on fails then.
   */
  @Override
  void close();
}
