package io.journeystats.dashboard;

import io.journeystats.metric.Values;
import java.util.List;

/**
 * A series beside the numbers of its whole period.
 *
 * @param total the numbers of the whole period
 * @param points the series, a point a bucket, ascending
 */
record Chart(Values total, List<Point> points) {
  /** Copies the list. */
  Chart {
    points = List.copyOf(points);
  }
}
