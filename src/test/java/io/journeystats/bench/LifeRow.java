package io.journeystats.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The performance of dashboards in realistic operation.
 *
 * @param beside the concurrent load
 * @param dashboards the dashboards
 * @param eventsPerSecond the number of accepted events per second
 * @param eventErrors the number of failed event requests, by error
 * @param files the concurrent files; null if there were none
 * @param processorTime the processor time
 */
record LifeRow(
    Life.Beside beside,
    LoadRow dashboards,
    double eventsPerSecond,
    Map<String, Integer> eventErrors,
    @Nullable Files files,
    ProcessorTime processorTime) {

  boolean isWithoutErrors() {
    return dashboards.errors().isEmpty() && eventErrors.isEmpty();
  }

  /** The errors as text; {@code 0} if there were none. */
  String errors() {
    return isWithoutErrors() ? "0" : "%s, events %s".formatted(dashboards.errors(), eventErrors);
  }

  /**
   * Exported files.
   *
   * @param number the number of files
   * @param rows the total number of rows
   * @param perSecond the total rows per second
   */
  record Files(int number, long rows, double perSecond) {}
}
