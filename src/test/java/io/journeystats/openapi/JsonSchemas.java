package io.journeystats.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Factory methods for JSON Schemas, and for the nodes around them. */
final class JsonSchemas {
  static final String REF = "$ref";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonSchemas() {}

  static ObjectNode empty() {
    return JSON.objectNode();
  }

  static ObjectNode type(String type) {
    return empty().put("type", type);
  }

  static ObjectNode string(String format) {
    return type("string").put("format", format);
  }

  static ObjectNode ref(String section, String name) {
    return empty().put(REF, "#/components/" + section + "/" + name);
  }

  static ObjectNode array(JsonNode items) {
    return type("array").set("items", items);
  }

  static ObjectNode anyOf(Collection<? extends JsonNode> choices) {
    return empty().set("anyOf", JSON.arrayNode().addAll(choices));
  }

  static ObjectNode allOf(Collection<? extends JsonNode> parts) {
    return empty().set("allOf", JSON.arrayNode().addAll(parts));
  }

  /**
   * Exactly one of several schemas, which a property of the value selects.
   *
   * @param property the name of the property
   * @param variants references to the schemas, by the value of the property
   */
  static ObjectNode oneOf(String property, Map<String, ObjectNode> variants) {
    ObjectNode choice = empty().set("oneOf", JSON.arrayNode().addAll(variants.values()));
    ObjectNode discriminator = choice.putObject("discriminator").put("propertyName", property);
    ObjectNode mapping = discriminator.putObject("mapping");
    variants.forEach((value, ref) -> mapping.set(value, ref.path(REF)));
    return choice;
  }

  static ArrayNode strings(Collection<String> strings) {
    ArrayNode array = JSON.arrayNode();
    strings.forEach(array::add);
    return array;
  }

  /** The same members, sorted by name. */
  static ObjectNode sorted(ObjectNode node) {
    Map<String, JsonNode> members = new TreeMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return empty().setAll(members);
  }

  /** The schema, changed so that it also allows null. */
  static ObjectNode nullable(ObjectNode schema) {
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
