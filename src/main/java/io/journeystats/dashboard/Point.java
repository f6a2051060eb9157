package io.journeystats.dashboard;

import io.journeystats.metric.Metric;
import io.journeystats.metric.Values;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One point of a series.
 *
 * @param start the start of its bucket
 * @param values its numbers
 */
record Point(ZonedDateTime start, Values values) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  /** The start of the bucket with the zone's offset then. */
  String time() {
    return TIME.format(start);
  }

  /** The point as the answer tells it: the time, and metrics. */
  Map<String, @Nullable Object> with(Collection<Metric> metrics) {
    Map<String, @Nullable Object> point = new LinkedHashMap<>();
    point.put("time", time());
    point.putAll(Figures.of(values, metrics));
    return point;
  }
}
