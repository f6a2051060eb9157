package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;

/** The filters of a goal's conditions on a custom event's properties. */
final class NaiveFilter {
  private NaiveFilter() {}

  /**
   * "A filter on a property that the event lacks, or whose type cannot be compared with the
   * filter's value, does not hold (neq included)."
   */
  static boolean holds(JsonNode filter, JsonNode properties) {
    JsonNode property = properties.path(filter.get("property").textValue());
    if (property.isMissingNode() || property.isNull()) {
      return false;
    }
    JsonNode value = filter.path("value");
    return switch (filter.get("op").textValue()) {
      case "exists" -> true;
      case "eq" -> isSameType(property, value) && isEqual(property, value);
      case "neq" -> isSameType(property, value) && !isEqual(property, value);
      case "gt" -> isOrdered(property, value) && compare(property, value) > 0;
      case "gte" -> isOrdered(property, value) && compare(property, value) >= 0;
      case "lt" -> isOrdered(property, value) && compare(property, value) < 0;
      case "lte" -> isOrdered(property, value) && compare(property, value) <= 0;
      case "contains" -> contains(property, value);
      default -> throw new IllegalArgumentException(filter.toString());
    };
  }

  private static boolean isSameType(JsonNode property, JsonNode value) {
    return (property.isTextual() && value.isTextual())
        || (property.isNumber() && value.isNumber())
        || (property.isBoolean() && value.isBoolean());
  }

  /** Numbers and texts have an order, true and false have none. */
  private static boolean isOrdered(JsonNode property, JsonNode value) {
    return isSameType(property, value) && !property.isBoolean();
  }

  private static boolean isEqual(JsonNode property, JsonNode value) {
    return property.isBoolean()
        ? property.booleanValue() == value.booleanValue()
        : compare(property, value) == 0;
  }

  /** Numbers as IEEE doubles, texts by code points. */
  private static int compare(JsonNode property, JsonNode value) {
    return property.isNumber()
        ? Double.compare(property.doubleValue(), value.doubleValue())
        : Utf8.ORDER.compare(property.textValue(), value.textValue());
  }

  /** A text that contains the text, or an array that has an element equal to the value. */
  private static boolean contains(JsonNode property, JsonNode value) {
    if (property.isTextual()) {
      return value.isTextual() && property.textValue().contains(value.textValue());
    }
    if (property.isArray()) {
      for (JsonNode element : property) {
        if (isSameType(element, value) && isEqual(element, value)) {
          return true;
        }
      }
    }
    return false;
  }
}
