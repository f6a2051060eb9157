package io.journeystats.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a type stands for in the document, which decides what is always there. */
enum Use {
  /** What the service answers: everything is there, perhaps as null, unless left out on purpose. */
  ANSWER {
    @Override
    boolean requires(AnnotatedMember property) {
      JsonInclude inclusion = property.getAnnotation(JsonInclude.class);
      return inclusion == null || inclusion.value() == JsonInclude.Include.ALWAYS;
    }

    @Override
    boolean allowsNull(AnnotatedMember property) {
      // What has a default got it.
      return requires(property) && !isMarkedRequired(property) && !hasDefault(property);
    }

    @Override
    String nameOf(String simpleName) {
      return simpleName.replaceFirst("(?<=.)(View|Form)$", "");
    }
  },
  /** What a caller sends: only what is marked is needed, and null is as good as nothing. */
  REQUEST {
    @Override
    boolean requires(AnnotatedMember property) {
      return isMarkedRequired(property);
    }

    @Override
    boolean allowsNull(AnnotatedMember property) {
      return !isMarkedRequired(property);
    }

    @Override
    String nameOf(String simpleName) {
      return simpleName;
    }
  };

  /** Tells whether the property is always there. */
  abstract boolean requires(AnnotatedMember property);

  /** Tells whether a property that may have no value can be null. */
  abstract boolean allowsNull(AnnotatedMember property);

  /** The name of a type in the document. */
  abstract String nameOf(String simpleName);

  private static boolean isMarkedRequired(AnnotatedMember property) {
    return isRequired(property.getAnnotation(Schema.class))
        || isRequired(arrayOf(property.getAnnotation(ArraySchema.class)));
  }

  private static boolean hasDefault(AnnotatedMember property) {
    Schema schema = property.getAnnotation(Schema.class);
    return schema != null && !schema.defaultValue().isEmpty();
  }

  private static @Nullable Schema arrayOf(@Nullable ArraySchema array) {
    return array == null ? null : array.schema();
  }

  private static boolean isRequired(@Nullable Schema schema) {
    return schema != null && schema.requiredMode() == Schema.RequiredMode.REQUIRED;
  }
}
