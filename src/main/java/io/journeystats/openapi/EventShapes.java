package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.event.EventField;
import io.journeystats.event.EventShape;
import io.journeystats.event.EventType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The schemas of events, one a type, from the rules by which events are checked. */
final class EventShapes {
  private final Components components;

  EventShapes(Components components) {
    this.components = components;
  }

  /** A reference to the schema of an event of any type. */
  ObjectNode any() {
    return components.ref("Event", EventShape.class, this::choice);
  }

  private ObjectNode choice() {
    Map<String, ObjectNode> types = new LinkedHashMap<>();
    for (EventType type : EventType.values()) {
      String name = Names.capitalized(type.key()) + "Event";
      types.put(type.key(), components.ref(name, type, () -> event(EventShape.of(type))));
    }
    return Choices.of(types, "type");
  }

  private static ObjectNode event(EventShape shape) {
    ObjectNode event = Shapes.type("object");
    ObjectNode properties = event.putObject("properties");
    for (EventField field : shape.fields()) {
      ObjectNode schema = field(field);
      properties.set(field.key(), field.required() ? schema : Shapes.orNull(schema));
    }
    event.set(
        "required",
        Shapes.texts(
            shape.fields().stream().filter(EventField::required).map(EventField::key).toList()));
    return event.put("additionalProperties", false);
  }

  private static ObjectNode field(EventField field) {
    if (field.values().size() == 1) {
      return Shapes.type("string").put("const", field.values().getFirst());
    }
    if (!field.values().isEmpty()) {
      return Shapes.type("string").set("enum", Shapes.texts(field.values()));
    }
    if (field.isTime()) {
      return Shapes.text("date-time")
          .put("description", "When it happened, from 1900 to 24 hours ahead; to the millisecond.");
    }
    if (field.isJourney()) {
      return Shapes.text("uuid").put("description", "A journey of the tenant.");
    }
    if (field.isFlag()) {
      return Shapes.type("boolean")
          .put("description", "Whether no person did it, as the sender judges.");
    }
    if (field.isObject()) {
      return Shapes.type("object")
          .put("description", "Free attributes, at most " + field.maximumLength() + " bytes.");
    }
    ObjectNode text = Shapes.type("string").put("maxLength", field.maximumLength());
    return field.required() ? text.put("minLength", 1) : text;
  }
}
