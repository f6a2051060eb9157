package io.journeystats.bench;

import com.codahale.metrics.UniformSnapshot;
import java.util.Collection;

/**
 * How long something took, in milliseconds.
 *
 * @param median half of all took no longer
 * @param p95 95 of 100 took no longer
 * @param p99 99 of 100 took no longer
 * @param count how often it was done
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
