package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/** The first place where two JSON trees differ. */
record Difference(String pointer, String expected, String actual) {

  /** Compares by JSON's meaning: the order of an object's members does not matter, 1 equals 1.0. */
  static Optional<Difference> find(JsonNode expected, JsonNode actual) {
    return find("", expected, actual);
  }

  private static Optional<Difference> find(String pointer, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      return findInObject(pointer, expected, actual);
    }
    if (expected.isArray() && actual.isArray()) {
      return findInArray(pointer, expected, actual);
    }
    return isSame(expected, actual)
        ? Optional.empty()
        : Optional.of(new Difference(pointer, show(expected), show(actual)));
  }

  private static Optional<Difference> findInObject(
      String pointer, JsonNode expected, JsonNode actual) {
    TreeSet<String> names = new TreeSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    actual.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      String inner = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      Optional<Difference> difference = find(inner, expected.path(name), actual.path(name));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<Difference> findInArray(
      String pointer, JsonNode expected, JsonNode actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      Optional<Difference> difference = find(pointer + "/" + i, expected.path(i), actual.path(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(JsonNode expected, JsonNode actual) {
    if (expected.isIntegralNumber() && actual.isIntegralNumber()) {
      return expected.bigIntegerValue().equals(actual.bigIntegerValue());
    }
    if (expected.isNumber() && actual.isNumber()) {
      return expected.doubleValue() == actual.doubleValue();
    }
    return expected.equals(actual);
  }

  private static String show(JsonNode json) {
    return json.isMissingNode() ? "nothing" : json.toString();
  }

  @Override
  public String toString() {
    return "at %s expected %s but was %s"
        .formatted(pointer.isEmpty() ? "the root" : pointer, expected, actual);
  }
}
