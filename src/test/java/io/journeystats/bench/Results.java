package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The results of a data set, as JSON in a file. Measuring a part again replaces its results. */
final class Results {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final ObjectNode parts;

  private Results(Path file, ObjectNode parts) {
    this.file = file;
    this.parts = parts;
  }

  /** The results in a file; none if the file does not exist. */
  static Results of(Path file) throws IOException {
    return new Results(
        file,
        Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode());
  }

  /** Stores the result of a part. */
  void put(String part, Object found) throws IOException {
    parts.set(part, JSON.valueToTree(found));
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.writeValueAsString(parts) + "\n");
  }

  /** The result of a part, if it was measured. */
  <T> Optional<T> get(String part, Class<T> type) {
    return Optional.ofNullable(parts.get(part)).map(found -> JSON.convertValue(found, type));
  }

  /** The rows of a part; none if it was not measured. */
  <T> List<T> rows(String part, Class<T> type) {
    JsonNode found = parts.path(part);
    return found.valueStream().map(row -> JSON.convertValue(row, type)).toList();
  }

  Path file() {
    return file;
  }
}
