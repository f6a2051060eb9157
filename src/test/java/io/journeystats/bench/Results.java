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

/**
 * What was measured of one data set, as JSON in a file; a part measured again takes the place of
 * what it found before.
 */
final class Results {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final ObjectNode parts;

  private Results(Path file, ObjectNode parts) {
    this.file = file;
    this.parts = parts;
  }

  /** The results in that file; none where there is no such file. */
  static Results of(Path file) throws IOException {
    return new Results(
        file,
        Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode());
  }

  /** Notes what a part found. */
  void put(String part, Object found) throws IOException {
    parts.set(part, JSON.valueToTree(found));
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.writeValueAsString(parts) + "\n");
  }

  /** What a part found, if it was measured. */
  <T> Optional<T> get(String part, Class<T> type) {
    return Optional.ofNullable(parts.get(part)).map(found -> JSON.convertValue(found, type));
  }

  /** The rows that a part found, none if it was not measured. */
  <T> List<T> rows(String part, Class<T> type) {
    JsonNode found = parts.path(part);
    return found.valueStream().map(row -> JSON.convertValue(row, type)).toList();
  }

  Path file() {
    return file;
  }
}
