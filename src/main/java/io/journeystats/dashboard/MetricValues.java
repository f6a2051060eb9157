package io.journeystats.dashboard;

import io.journeystats.metric.Metric;
import io.journeystats.metric.Values;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metrics with their numbers, as answers tell them. */
final class MetricValues {
  private MetricValues() {}

  /** The metrics' numbers under their keys, in the metrics' order. */
  static Map<String, @Nullable Number> of(Values values, Collection<Metric> metrics) {
    return of(Optional.of(values), metrics);
  }

  /** The same, all of them null where there are no answers. */
  static Map<String, @Nullable Number> of(Optional<Values> values, Collection<Metric> metrics) {
    Map<String, @Nullable Number> figures = new LinkedHashMap<>();
    metrics.forEach(metric -> figures.put(metric.key(), Values.of(values, metric)));
    return figures;
  }
}
