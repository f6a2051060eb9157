package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement written by hand, with the place of its numbers in the service's answer.
 *
 * <p>Each begins with a comment: {@code -- at /} for one row whose columns are fields of the whole
 * answer, or {@code -- at /goals by id} for rows that belong to the elements of a list. A dot in a
 * column's name leads into a field's own fields.
 *
 * @param place the JSON pointer of an object or a list
 * @param key the field that tells the list's elements apart
 * @param sql the statement
 */
record Statement(String place, Optional<String> key, String sql) {
  private static final Pattern HEAD = Pattern.compile("-- at (/\\S*)(?: by (\\w+))?");

  /** The statements of a file. */
  static List<Statement> parse(Template file) {
    return Arrays.stream(file.text().split("(?m)^(?=-- at /)", -1))
        .filter(part -> part.startsWith("-- at "))
        .map(Statement::of)
        .toList();
  }

  private static Statement of(String part) {
    Matcher head = HEAD.matcher(part);
    if (!head.lookingAt()) {
      throw new IllegalArgumentException("no place is named in: " + part);
    }
    return new Statement(
        head.group(1),
        Optional.ofNullable(head.group(2)),
        part.substring(head.end()).strip().replaceFirst(";$", ""));
  }

  /** What differs between these rows and the service's answer. */
  List<String> differences(List<JsonNode> rows, JsonNode answer) {
    List<String> differences = new ArrayList<>();
    JsonNode found = answer.at(place.equals("/") ? "" : place);
    if (key.isEmpty()) {
      rows.forEach(row -> compare(row, found, differences));
      return differences;
    }
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    found.forEach(element -> elements.put(normal(element.path(key.get())), element));
    for (JsonNode row : rows) {
      JsonNode element = elements.remove(normal(row.path(key.get())));
      compare(row, element == null ? MissingNode.getInstance() : element, differences);
    }
    // Where events are lacking, a query gives no row and the service a row of noughts.
    rows.stream()
        .limit(1)
        .forEach(row -> elements.values().forEach(rest -> requireNoughts(row, rest, differences)));
    return differences;
  }

  private void compare(JsonNode row, JsonNode element, List<String> differences) {
    row.properties().forEach(column -> {
      String expected = normal(column.getValue());
      String actual = normal(field(element, column.getKey()));
      if (!expected.equals(actual)) {
        differences.add(
            "%s %s %s: SQL %s, service %s"
                .formatted(
                    place, key.map(row::path).orElse(row), column.getKey(), expected, actual));
      }
    });
  }

  private void requireNoughts(JsonNode row, JsonNode element, List<String> differences) {
    row.properties().forEach(column -> {
      JsonNode number = field(element, column.getKey());
      if (number.isNumber() && number.asDouble() != 0) {
        differences.add(
            "%s %s %s: SQL nothing, service %s"
                .formatted(place, key.map(element::path).orElse(element), column.getKey(), number));
      }
    });
  }

  private static JsonNode field(JsonNode element, String column) {
    return element.at("/" + column.replace('.', '/'));
  }

  /** Times become milliseconds, whoever wrote them. */
  private static String normal(JsonNode value) {
    String text = value.isValueNode() ? value.asText() : value.toString();
    return text.matches("\\d{4}-\\d\\d-\\d\\dT.*")
        ? Long.toString(OffsetDateTime.parse(text).toInstant().toEpochMilli())
        : text;
  }
}
