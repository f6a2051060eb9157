package io.journeystats.csv;

import io.journeystats.clickhouse.StoreUnavailableException;
import java.util.List;

/**
 * A table that can be read as CSV: a header, and rows that are made when somebody reads them.
 * UTF-8, RFC 4180: comma, CRLF, a header row. Where its rows come from makes no difference to the
 * bytes.
 */
public sealed interface CsvTable permits InMemoryTable, StreamedTable {
  /** The names of the columns, in their order. */
  List<String> columns();

  /**
   * How many rows there are right now, for who wants to show progress: a reading begun later may
   * find others.
   *
   * @throws StoreUnavailableException where the store cannot tell
   */
  long countRows();

  /**
   * Begins a reading, of the rows as they are at that moment. It does not wait for them.
   *
   * @param style how it is written
   * @return the reading, to be closed whatever becomes of it
   * @throws StoreUnavailableException where the store does not give them
   */
  CsvReading open(CsvStyle style);
}
