package io.journeystats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the committed OpenAPI document says that other documents have to say, too. */
final class ApiDocument {
  private static final JsonNode API = read(Path.of("src/main/resources/openapi/openapi.json"));

  private ApiDocument() {}

  /** The paths, without the base path. */
  static List<String> paths() {
    return API.path("paths").properties().stream().map(Map.Entry::getKey).toList();
  }

  /** The values of an enumeration. */
  static String[] values(String schema) {
    return elements(API.at("/components/schemas/" + schema + "/enum"))
        .map(JsonNode::asText)
        .toArray(String[]::new);
  }

  /** The statuses of refusals. */
  static List<String> refusals() {
    return API.path("paths").findValues("responses").stream()
        .flatMap(responses -> responses.properties().stream())
        .map(Map.Entry::getKey)
        .filter(status -> status.compareTo("400") >= 0)
        .distinct()
        .toList();
  }

  /** The orders of lists, ascending. */
  static List<String> sortValues() {
    return API.path("paths").findValues("parameters").stream()
        .flatMap(ApiDocument::elements)
        .filter(parameter -> parameter.path("name").asText().equals("sort"))
        .flatMap(parameter -> elements(parameter.at("/schema/enum")))
        .map(value -> value.asText().replaceFirst("^-", ""))
        .distinct()
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read(Path path) {
    try {
      return new ObjectMapper().readTree(path.toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
