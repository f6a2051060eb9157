package io.journeystats.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How quick dashboards are in life.
 *
 * @param beside what went on beside them
 * @param dashboards what came of those who looked at them
 * @param eventsPerSecond how many events were accepted meanwhile
 * @param eventErrors how many requests with events were not, by what came instead
 * @param files the files that were read meanwhile; null where there were none
 * @param processorTime what it took
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

  /** What went wrong, in words; {@code 0} where nothing did. */
  String errors() {
    return isWithoutErrors() ? "0" : "%s, events %s".formatted(dashboards.errors(), eventErrors);
  }

  /**
   * Files that were read.
   *
   * @param number how many
   * @param rows of all together
   * @param perSecond rows a second, of all together
   */
  record Files(int number, long rows, double perSecond) {}
}
