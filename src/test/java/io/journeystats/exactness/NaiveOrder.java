package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An order of the journeys list.
 *
 * @param column by which column
 * @param descending whether the largest is first
 */
record NaiveOrder(String column, boolean descending) {
  private static final List<String> COLUMNS =
      List.of("title", "category", "type", "entrances", "in_journey_now", "goals_reached");

  /** Every order that follows from definitions and events. */
  static List<NaiveOrder> all() {
    return COLUMNS.stream()
        .flatMap(
            column -> List.of(new NaiveOrder(column, false), new NaiveOrder(column, true)).stream())
        .toList();
  }

  String parameter() {
    return (descending ? "-" : "") + column;
  }

  /** The ids of journeys in this order, ties by id. */
  ArrayNode ids(Collection<? extends JsonNode> definitions, JsonNode numbers) {
    List<JsonNode> journeys = new ArrayList<>(definitions);
    journeys.sort((one, other) -> {
      int order = compare(value(one, numbers), value(other, numbers));
      return order != 0 ? order : id(one).compareTo(id(other));
    });
    return Json.array(journeys.stream().map(journey -> journey.get("id")).toList());
  }

  private JsonNode value(JsonNode journey, JsonNode numbers) {
    return journey.has(column) ? journey.get(column) : numbers.path(id(journey)).path(column);
  }

  private int compare(JsonNode one, JsonNode other) {
    boolean oneIsAbsent = !one.isNumber() && !one.isTextual();
    boolean otherIsAbsent = !other.isNumber() && !other.isTextual();
    if (oneIsAbsent || otherIsAbsent) {
      return Boolean.compare(oneIsAbsent, otherIsAbsent);
    }
    int order =
        one.isNumber()
            ? Long.compare(one.longValue(), other.longValue())
            : Comparator.<String, String>comparing(
                    text -> text.toLowerCase(Locale.ROOT), Utf8.ORDER)
                .thenComparing(Utf8.ORDER)
                .compare(one.textValue(), other.textValue());
    return descending ? -order : order;
  }

  private static String id(JsonNode journey) {
    return journey.get("id").textValue();
  }
}
