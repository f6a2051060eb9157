package io.journeystats.dashboard;

import io.journeystats.metric.Values;
import io.journeystats.query.Interval;
import java.util.List;

/**
 * A series beside the numbers of its whole period.
 *
 * @param total the numbers of the whole period
 * @param interval how long a bucket of the series is
 * @param points the series, a point a bucket, ascending
 */
record Chart(Values total, Interval interval, List<Point> points) {
  /** Copies the list. */
  Chart {
    points = List.copyOf(points);
  }
}
