package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CaseFormat;
import io.journeystats.event.EventShape;
import io.journeystats.event.EventType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The schemas of events, one per type, from the rules that check events. */
final class EventSchemas {
  private EventSchemas() {}

  /** A reference to the schema of an event of any type. */
  static ObjectNode ref(TypeSchemas schemas) {
    return schemas.ref("Event", EventShape.class, () -> anyType(schemas));
  }

  private static ObjectNode anyType(TypeSchemas schemas) {
    Map<String, ObjectNode> types = new LinkedHashMap<>();
    for (EventType type : EventType.values()) {
      String name = CaseFormat.LOWER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, type.key()) + "Event";
      types.put(type.key(), schemas.ref(name, type, () -> event(EventShape.of(type))));
    }
    return JsonSchemas.oneOf("type", types);
  }

  private static ObjectNode event(EventShape shape) {
    ObjectNode event = JsonSchemas.type("object");
    ObjectNode properties = event.putObject("properties");
    for (EventShape.Field field : shape.fields()) {
      ObjectNode schema = field(field);
      properties.set(field.key(), field.required() ? schema : JsonSchemas.nullable(schema));
    }
    event.set(
        "required",
        JsonSchemas.strings(
            shape.fields().stream()
                .filter(EventShape.Field::required)
                .map(EventShape.Field::key)
                .toList()));
    return event.put("additionalProperties", false);
  }

  private static ObjectNode field(EventShape.Field field) {
    if (field.values().size() == 1) {
      return JsonSchemas.type("string").put("const", field.values().getFirst());
    }
    if (!field.values().isEmpty()) {
      return JsonSchemas.type("string").set("enum", JsonSchemas.strings(field.values()));
    }
    return switch (field.kind()) {
      case TIME ->
          JsonSchemas.string("date-time")
              .put(
                  "description",
                  "When it happened, from 1900 to 24 hours ahead; to the millisecond.");
      case JOURNEY -> JsonSchemas.string("uuid").put("description", "A journey of the tenant.");
      case FLAG ->
          JsonSchemas.type("boolean")
              .put("description", "Whether no person did it, as the sender judges.");
      case OBJECT ->
          JsonSchemas.type("object")
              .put("description", "Free attributes, at most " + field.maximumLength() + " bytes.");
      case TEXT -> {
        ObjectNode text = JsonSchemas.type("string").put("maxLength", field.maximumLength());
        yield field.required() ? text.put("minLength", 1) : text;
      }
    };
  }
}
