package io.journeystats.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code @Schema} and {@code @ArraySchema} say about a type, a property or a parameter. */
final class SchemaAnnotations {
  private SchemaAnnotations() {}

  /** Writes the keywords of an annotation into a schema, which it returns. */
  static ObjectNode apply(Schema annotation, ObjectNode schema) {
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
    for (String value : annotation.allowableValues()) {
      schema.withArray("enum").add(value(annotation, value));
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

  private static JsonNode value(Schema annotation, String value) {
    boolean isFlag =
        List.of(annotation.types()).contains("boolean") && List.of("true", "false").contains(value);
    return isFlag ? BooleanNode.valueOf(Boolean.parseBoolean(value)) : TextNode.valueOf(value);
  }

  /** The name that {@code @Schema} gives a type, or else its simple name. */
  static String nameOf(Class<?> type) {
    Schema annotation = type.getAnnotation(Schema.class);
    return annotation == null || annotation.name().isEmpty()
        ? type.getSimpleName()
        : annotation.name();
  }

  /** The JSON type that an annotation names, or else a default. */
  static String typeOf(Schema annotation, String defaultType) {
    return annotation.type().isEmpty() ? defaultType : annotation.type();
  }

  /** Tells whether a property is marked as required. */
  static boolean isRequired(AnnotatedMember property) {
    ArraySchema array = property.getAnnotation(ArraySchema.class);
    return isRequired(property.getAnnotation(Schema.class))
        || (array != null && isRequired(array.schema()));
  }

  /** Tells whether a property has a default value. */
  static boolean hasDefault(AnnotatedMember property) {
    Schema schema = property.getAnnotation(Schema.class);
    return schema != null && !schema.defaultValue().isEmpty();
  }

  private static boolean isRequired(@Nullable Schema schema) {
    return schema != null && schema.requiredMode() == Schema.RequiredMode.REQUIRED;
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
