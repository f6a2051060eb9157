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

/** The schemas of numbers, with the definitions of the one catalogue of metrics. */
final class MetricShapes {
  private MetricShapes() {}

  /** The numbers of a set under their keys. */
  static SequencedMap<String, ObjectNode> properties(OfMetrics noted, Optional<Channel> channel) {
    MetricSet set = noted.value();
    SequencedMap<String, List<Metric>> byKey =
        channel.map(set::of).orElseGet(set::all).stream()
            .collect(Collectors.groupingBy(Metric::key, LinkedHashMap::new, Collectors.toList()));
    SequencedMap<String, ObjectNode> properties = new LinkedHashMap<>();
    byKey.forEach((key, metrics) -> properties.put(key, number(metrics)));
    if (!noted.nullWhere().isEmpty()) {
      properties.replaceAll((_, number) -> orNull(number, noted.nullWhere()));
    }
    return properties;
  }

  /** A map of a set's numbers, or of one metric's numbers of many things. */
  static ObjectNode map(OfMetrics metrics, Optional<Channel> channel) {
    SequencedMap<String, ObjectNode> properties = properties(metrics, channel);
    ObjectNode map = Shapes.type("object");
    if (metrics.each().isEmpty()) {
      map.putObject("properties").setAll(properties);
      map.set("required", Shapes.texts(properties.keySet()));
    } else {
      map.set("additionalProperties", properties.getOrDefault(metrics.key(), Shapes.empty()));
      map.putObject("propertyNames").put("description", metrics.each());
    }
    return map;
  }

  private static ObjectNode orNull(ObjectNode number, String where) {
    number.put(
        "description", number.path("description").textValue() + " No number (null) " + where + ".");
    return Shapes.orNull(number);
  }

  /** One number of a set; empty where the set lacks it. */
  static Optional<ObjectNode> number(OfMetrics metrics, String name, Optional<Channel> channel) {
    String key = metrics.key().isEmpty() ? name : metrics.key();
    return Optional.ofNullable(properties(metrics, channel).get(key));
  }

  /** A number that is computed in any of several ways. */
  private static ObjectNode number(List<Metric> metrics) {
    boolean fraction = metrics.stream().anyMatch(metric -> metric.unit() == Metric.Unit.FRACTION);
    ObjectNode number = Shapes.type(fraction ? "number" : "integer");
    number.put("title", metrics.getFirst().title());
    number.put(
        "description",
        metrics.stream().map(Metric::definition).distinct().collect(Collectors.joining(" ")));
    number.put("minimum", 0);
    return metrics.stream().anyMatch(Metric::isNullable) ? Shapes.orNull(number) : number;
  }
}
