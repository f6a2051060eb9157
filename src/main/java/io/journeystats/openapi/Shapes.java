package io.journeystats.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON Schemas in small pieces. */
final class Shapes {
  static final String REF = "$ref";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Shapes() {}

  static ObjectNode empty() {
    return JSON.objectNode();
  }

  static ObjectNode type(String type) {
    return empty().put("type", type);
  }

  static ObjectNode text(String format) {
    return type("string").put("format", format);
  }

  static ObjectNode ref(String section, String name) {
    return empty().put(REF, "#/components/" + section + "/" + name);
  }

  static ObjectNode array(JsonNode items) {
    return type("array").set("items", items);
  }

  static ObjectNode oneOf(Collection<? extends JsonNode> choices) {
    return empty().set("oneOf", JSON.arrayNode().addAll(choices));
  }

  static ObjectNode anyOf(Collection<? extends JsonNode> choices) {
    return empty().set("anyOf", JSON.arrayNode().addAll(choices));
  }

  static ObjectNode allOf(Collection<? extends JsonNode> parts) {
    return empty().set("allOf", JSON.arrayNode().addAll(parts));
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** The same, in the order of the names. */
  static ObjectNode sorted(ObjectNode node) {
    Map<String, JsonNode> members = new TreeMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return empty().setAll(members);
  }

  /** The same, or null. */
  static ObjectNode orNull(ObjectNode schema) {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      schema.set("type", JSON.arrayNode().add(type).add("null"));
    } else if (type instanceof ArrayNode types) {
      types.add("null");
    } else {
      return anyOf(List.of(schema, type("null")));
    }
    if (schema.get("enum") instanceof ArrayNode values) {
      values.addNull();
    }
    return schema;
  }
}
