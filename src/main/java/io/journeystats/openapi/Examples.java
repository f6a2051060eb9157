package io.journeystats.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * The examples of the document, kept as data: by operation, what is sent ({@code request}) and what
 * is answered (by status).
 */
final class Examples {
  private static final String FILE = "/openapi/examples.json";
  private static final String REQUEST = "request";

  private final JsonNode examples;

  private Examples(JsonNode examples) {
    this.examples = examples;
  }

  /** Those of the service. */
  static Examples load() {
    try (InputStream file =
        Objects.requireNonNull(Examples.class.getResourceAsStream(FILE), FILE)) {
      return new Examples(new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is sent. */
  Optional<JsonNode> request(String operationId) {
    return find(operationId, REQUEST);
  }

  /** What is answered. */
  Optional<JsonNode> answer(String operationId, String status) {
    return find(operationId, status);
  }

  private Optional<JsonNode> find(String operationId, String what) {
    return Optional.of(examples.path(operationId).path(what))
        .filter(found -> !found.isMissingNode());
  }
}
