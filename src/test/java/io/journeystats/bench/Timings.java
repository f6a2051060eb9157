package io.journeystats.bench;

import com.codahale.metrics.UniformSnapshot;
import java.util.Collection;

/**
 * The durations of repeated runs, in milliseconds.
 *
 * @param median the median
 * @param p95 the 95th percentile
 * @param p99 the 99th percentile
 * @param count the number of runs
 */
record Timings(double median, double p95, double p99, int count) {
  static Timings ofNanos(Collection<Long> nanos) {
    UniformSnapshot snapshot = new UniformSnapshot(nanos);
    return new Timings(
        millis(snapshot.getMedian()),
        millis(snapshot.get95thPercentile()),
        millis(snapshot.get99thPercentile()),
        nanos.size());
  }

  private static double millis(double nanos) {
    return Math.round(nanos / 1e4) / 100.0;
  }
}
