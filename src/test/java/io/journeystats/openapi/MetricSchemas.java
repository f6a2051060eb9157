package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.journey.Channel;
import io.journeystats.metric.Metric;
import io.journeystats.metric.MetricSet;
import io.journeystats.metric.OfMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The schemas of metrics, with their definitions in the catalogue. */
final class MetricSchemas {
  private MetricSchemas() {}

  /** The schemas of all metrics of a set, by key. */
  static SequencedMap<String, ObjectNode> properties(
      OfMetrics annotation, Optional<Channel> channel) {
    MetricSet set = annotation.value();
    SequencedMap<String, List<Metric>> byKey =
        channel.map(set::of).orElseGet(set::all).stream()
            .collect(Collectors.groupingBy(Metric::key, LinkedHashMap::new, Collectors.toList()));
    SequencedMap<String, ObjectNode> properties = new LinkedHashMap<>();
    byKey.forEach((key, metrics) -> properties.put(key, number(metrics)));
    if (!annotation.nullWhere().isEmpty()) {
      properties.replaceAll((_, number) -> nullable(number, annotation.nullWhere()));
    }
    return properties;
  }

  /**
   * The schema of a map: metrics of a set by key, or the values of one metric by something else.
   */
  static ObjectNode map(OfMetrics annotation, Optional<Channel> channel) {
    SequencedMap<String, ObjectNode> properties = properties(annotation, channel);
    ObjectNode map = JsonSchemas.type("object");
    if (annotation.each().isEmpty()) {
      map.putObject("properties").setAll(properties);
      map.set("required", JsonSchemas.strings(properties.keySet()));
    } else {
      map.set(
          "additionalProperties", properties.getOrDefault(annotation.key(), JsonSchemas.empty()));
      map.putObject("propertyNames").put("description", annotation.each());
    }
    return map;
  }

  /** The schema of one metric; empty where the set does not contain it. */
  static Optional<ObjectNode> number(
      OfMetrics annotation, String property, Optional<Channel> channel) {
    String key = annotation.key().isEmpty() ? property : annotation.key();
    return Optional.ofNullable(properties(annotation, channel).get(key));
  }

  /** The schema of metrics that share a key: the request decides which of them is computed. */
  private static ObjectNode number(List<Metric> metrics) {
    boolean fraction = metrics.stream().anyMatch(metric -> metric.unit() == Metric.Unit.FRACTION);
    ObjectNode number = JsonSchemas.type(fraction ? "number" : "integer");
    number.put("title", metrics.getFirst().title());
    number.put(
        "description",
        metrics.stream().map(Metric::definition).distinct().collect(Collectors.joining(" ")));
    number.put("minimum", 0);
    return metrics.stream().anyMatch(Metric::isNullable) ? JsonSchemas.nullable(number) : number;
  }

  private static ObjectNode nullable(ObjectNode number, String where) {
    number.put(
        "description", number.path("description").textValue() + " No number (null) " + where + ".");
    return JsonSchemas.nullable(number);
  }
}
