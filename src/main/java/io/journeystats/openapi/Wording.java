package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;

/** What {@code @Schema} says besides the type, written into a schema. */
final class Wording {
  private Wording() {}

  /** Adds it. */
  static ObjectNode add(Schema annotation, ObjectNode schema) {
    putText(schema, "title", annotation.title());
    putText(schema, "description", annotation.description());
    putText(schema, "format", annotation.format());
    putText(schema, "pattern", annotation.pattern());
    putNumber(schema, "minimum", annotation.minimum());
    putNumber(schema, "maximum", annotation.maximum());
    if (annotation.minLength() > 0) {
      schema.put("minLength", annotation.minLength());
    }
    if (annotation.maxLength() < Integer.MAX_VALUE) {
      schema.put("maxLength", annotation.maxLength());
    }
    if (annotation.allowableValues().length > 0) {
      for (String value : annotation.allowableValues()) {
        schema.withArray("enum").add(value);
      }
    }
    if (!annotation.example().isEmpty()) {
      schema.putArray("examples").add(annotation.example());
    }
    if (schema.path("type").asText().equals("integer")) {
      putNumber(schema, "default", annotation.defaultValue());
    } else {
      putText(schema, "default", annotation.defaultValue());
    }
    return schema;
  }

  private static void putText(ObjectNode schema, String keyword, String text) {
    if (!text.isEmpty()) {
      schema.put(keyword, text);
    }
  }

  private static void putNumber(ObjectNode schema, String keyword, String number) {
    if (!number.isEmpty()) {
      schema.put(keyword, Long.parseLong(number));
    }
  }
}
