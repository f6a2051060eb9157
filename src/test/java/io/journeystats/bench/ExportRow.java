package io.journeystats.bench;

import org.jspecify.annotations.Nullable;

/**
 * How fast files are made.
 *
 * @param what which
 * @param downloads how many were read at the same time
 * @param jobs how many more were made in the background meanwhile
 * @param rows how many rows all of them had
 * @param bytes how many bytes
 * @param perSecond rows a second, of all together
 * @param own rows a second by ClickHouse itself, {@code FORMAT CSV}; null where not asked
 * @param same whether its bytes were the same; true where not asked
 * @param firstByteMillis when the first byte was there, the latest of those read
 * @param firstRowMillis when the first row was there
 * @param dashboards how quick dashboards were meanwhile; null where nobody looked
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

  /** Whether it is a file that brings together what users did, with only that one read. */
  boolean isGrouped() {
    return !what.startsWith("users.csv");
  }

  /** The same, with how quick dashboards were meanwhile. */
  ExportRow beside(LoadRow looked) {
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
        looked);
  }
}
