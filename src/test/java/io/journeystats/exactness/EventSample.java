package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Events made from a schema of the document alone.
 *
 * @param schema the schema of events of one type
 * @param journey a journey of the tenant
 */
record EventSample(JsonNode schema, String journey) {

  /** The fields that the schema asks for. */
  List<String> required() {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(field -> required.add(field.asText()));
    return required;
  }

  /** An event with every field that the schema knows. */
  ObjectNode everything() {
    ObjectNode event = Json.object();
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      event.set(field.getKey(), value(field.getKey(), field.getValue()));
    }
    return event;
  }

  /** An event with no field but those that the schema asks for. */
  ObjectNode least() {
    ObjectNode event = everything();
    event.retain(required());
    return event;
  }

  private JsonNode value(String field, JsonNode shape) {
    if (shape.has("const")) {
      return shape.path("const");
    }
    if (shape.has("enum")) {
      return shape.path("enum").path(0);
    }
    return switch (shape.path("format").asText()) {
      case "uuid" -> Json.object().textNode(journey);
      case "date-time" -> Json.object().textNode("2026-03-08T12:00:00Z");
      default ->
          switch (field) {
            case "properties" -> Json.object().put("free", true);
            case "machine" -> Json.object().booleanNode(true);
            default -> Json.object().textNode(field + " " + UUID.randomUUID());
          };
    };
  }
}
