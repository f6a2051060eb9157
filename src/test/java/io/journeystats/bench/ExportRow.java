package io.journeystats.bench;

import org.jspecify.annotations.Nullable;

/**
 * The throughput of exported files.
 *
 * @param what the file
 * @param downloads the number of concurrent downloads
 * @param jobs the number of concurrent export jobs
 * @param rows the total number of rows
 * @param bytes the total size
 * @param perSecond the total rows per second
 * @param own the rows per second of ClickHouse's own {@code FORMAT CSV}; null if not measured
 * @param same whether ClickHouse's own file has the same bytes; true if not measured
 * @param firstByteMillis the time to the first byte, of the slowest download
 * @param firstRowMillis the time to the first row, of the slowest download
 * @param dashboards the concurrent dashboards; null if there were none
 */
record ExportRow(
    String what,
    int downloads,
    int jobs,
    long rows,
    long bytes,
    double perSecond,
    @Nullable Double own,
    boolean same,
    double firstByteMillis,
    double firstRowMillis,
    @Nullable LoadRow dashboards) {

  /** Whether the file groups events by user. */
  boolean isGrouped() {
    return !what.startsWith("users.csv");
  }

  /** This row, with the concurrent dashboards. */
  ExportRow with(LoadRow load) {
    return new ExportRow(
        what,
        downloads,
        jobs,
        rows,
        bytes,
        perSecond,
        own,
        same,
        firstByteMillis,
        firstRowMillis,
        load);
  }
}
