package io.journeystats.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** The examples of the document: {@code examples.json} on the class path, by operation. */
final class Examples {
  private final JsonNode examples;

  Examples() {
    String file = "/openapi/examples.json";
    try (InputStream content =
        Objects.requireNonNull(Examples.class.getResourceAsStream(file), file)) {
      this.examples = new ObjectMapper().readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of a request. */
  Optional<JsonNode> request(String operationId) {
    return find(operationId, "request");
  }

  /** The body of a response. */
  Optional<JsonNode> response(String operationId, String status) {
    return find(operationId, status);
  }

  private Optional<JsonNode> find(String operationId, String part) {
    return Optional.of(examples.path(operationId).path(part))
        .filter(found -> !found.isMissingNode());
  }
}
