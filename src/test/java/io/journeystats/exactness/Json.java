package io.journeystats.exactness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/** JSON trees, read and written without checked exceptions. */
final class Json {
  /** Numbers are kept as they are written. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode array(Collection<? extends JsonNode> elements) {
    return array().addAll(elements);
  }

  static JsonNode text(Optional<String> text) {
    return text.<JsonNode>map(JsonNodeFactory.instance::textNode)
        .orElse(JsonNodeFactory.instance.nullNode());
  }

  /** The text of a field; empty where the field is absent or null. */
  static Optional<String> text(JsonNode object, String field) {
    return object.hasNonNull(field) ? Optional.of(object.get(field).textValue()) : Optional.empty();
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not JSON: " + json, e);
    }
  }

  /** Reads a JSON file of the test's resources. */
  static JsonNode resource(String path) {
    try (InputStream file = Json.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      return MAPPER.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
