package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hand-written SQL statement, with the place of its results in the service's answer.
 *
 * <p>Each statement begins with a comment: {@code -- at /} for one row whose columns are fields of
 * the whole answer, {@code -- at /goals by id} for rows that match the elements of a list, or
 * {@code -- at /series by time as bucket} if the column has another name. A dot in a column's name
 * selects a nested field; columns named {@code unlisted_…} are not compared.
 *
 * @param place the JSON pointer of an object or a list
 * @param key the field that identifies an element of the list
 * @param column the column that identifies the row of an element
 * @param sql the statement
 */
record Statement(String place, Optional<String> key, String column, String sql) {
  private static final Pattern HEAD =
      Pattern.compile("-- at (/\\S*)(?: by (\\w+))?(?: as (\\w+))?");

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
      throw new IllegalArgumentException("the statement names no place: " + part);
    }
    return new Statement(
        head.group(1),
        Optional.ofNullable(head.group(2)),
        Stream.of(3, 2).map(head::group).filter(Objects::nonNull).findFirst().orElse(""),
        part.substring(head.end()).strip().replaceFirst(";$", ""));
  }

  /** The differences between rows and the service's answer. */
  List<String> differences(Rows found, JsonNode answer) {
    List<String> differences = new ArrayList<>();
    JsonNode target = answer.at(place.equals("/") ? "" : place);
    if (key.isEmpty()) {
      found.rows().forEach(row -> compare(row, target, differences));
      return differences;
    }
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    target.forEach(element -> elements.put(normal(element.path(key.get())), element));
    for (JsonNode row : found.rows()) {
      JsonNode element = elements.remove(normal(row.path(column)));
      compare(row, element == null ? MissingNode.getInstance() : element, differences);
    }
    // Without events, a query returns no row and the service returns zeros.
    elements.values().forEach(rest -> requireZeros(found.columns(), rest, differences));
    return differences;
  }

  private void compare(JsonNode row, JsonNode element, List<String> differences) {
    row.properties()
        .forEach(number -> {
          JsonNode actual = field(element, number.getKey());
          if (isListed(number.getKey()) && !same(number.getValue(), actual)) {
            differences.add(
                "%s %s %s: SQL %s, service %s"
                    .formatted(
                        place, row.path(column), number.getKey(), number.getValue(), actual));
          }
        });
  }

  private void requireZeros(List<String> columns, JsonNode element, List<String> differences) {
    columns.forEach(number -> {
      JsonNode actual = field(element, number);
      if (actual.isNumber() && actual.asDouble() != 0) {
        differences.add(
            "%s %s %s: SQL nothing, service %s"
                .formatted(place, element.path(key.orElse("")), number, actual));
      }
    });
  }

  private boolean isListed(String name) {
    return !name.startsWith("unlisted_") && !name.equals(column);
  }

  private static JsonNode field(JsonNode element, String name) {
    return element.at("/" + name.replace('.', '/'));
  }

  private static boolean same(JsonNode one, JsonNode other) {
    boolean numbers = one.isNumber() && other.isNumber();
    return numbers
        ? Math.abs(one.asDouble() - other.asDouble()) <= 1e-9
        : normal(one).equals(normal(other));
  }

  /** Converts times to milliseconds, so that their formats do not matter. */
  private static String normal(JsonNode value) {
    String text = value.isValueNode() ? value.asText() : value.toString();
    return text.matches("\\d{4}-\\d\\d-\\d\\dT.*")
        ? Long.toString(OffsetDateTime.parse(text).toInstant().toEpochMilli())
        : text;
  }
}
