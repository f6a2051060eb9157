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
 * A statement written by hand, with the place of its numbers in the service's answer.
 *
 * <p>Each begins with a comment: {@code -- at /} for one row whose columns are fields of the whole
 * answer, or {@code -- at /goals by id} for rows that belong to the elements of a list, or {@code
 * -- at /series by time as bucket} where the column has another name. A dot in a column's name
 * leads into a field's own fields; columns named {@code unlisted_…} are not in the answer as such.
 *
 * @param place the JSON pointer of an object or a list
 * @param key the field that tells the list's elements apart
 * @param column the column that does the same for the rows
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
      throw new IllegalArgumentException("no place is named in: " + part);
    }
    return new Statement(
        head.group(1),
        Optional.ofNullable(head.group(2)),
        Stream.of(3, 2).map(head::group).filter(Objects::nonNull).findFirst().orElse(""),
        part.substring(head.end()).strip().replaceFirst(";$", ""));
  }

  /** What differs between these rows and the service's answer. */
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
    // Where events are lacking, a query gives no row and the service a row of noughts.
    elements.values().forEach(rest -> requireNoughts(found.columns(), rest, differences));
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

  private void requireNoughts(List<String> columns, JsonNode element, List<String> differences) {
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

  /** Times become milliseconds, whoever wrote them. */
  private static String normal(JsonNode value) {
    String text = value.isValueNode() ? value.asText() : value.toString();
    return text.matches("\\d{4}-\\d\\d-\\d\\dT.*")
        ? Long.toString(OffsetDateTime.parse(text).toInstant().toEpochMilli())
        : text;
  }
}
