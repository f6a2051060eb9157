package io.journeystats.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;

/** Whether a type is sent or returned, which decides what may be missing from it or be null. */
enum Direction {
  /** Returned by the service: properties are always present, unless they are left out when null. */
  RESPONSE {
    @Override
    boolean requires(AnnotatedMember property) {
      JsonInclude inclusion = property.getAnnotation(JsonInclude.class);
      return inclusion == null || inclusion.value() == JsonInclude.Include.ALWAYS;
    }

    @Override
    boolean allowsNull(AnnotatedMember property) {
      // The service sets a property that has a default.
      return requires(property)
          && !SchemaAnnotations.isRequired(property)
          && !SchemaAnnotations.hasDefault(property);
    }

    @Override
    String nameOf(Class<?> type) {
      return SchemaAnnotations.nameOf(type).replaceFirst("(?<=.)(View|Form)$", "");
    }
  },

  /** Sent by the client: only what is marked is required, and null means the same as missing. */
  REQUEST {
    @Override
    boolean requires(AnnotatedMember property) {
      return SchemaAnnotations.isRequired(property);
    }

    @Override
    boolean allowsNull(AnnotatedMember property) {
      return !SchemaAnnotations.isRequired(property);
    }

    @Override
    String nameOf(Class<?> type) {
      return SchemaAnnotations.nameOf(type);
    }
  };

  /** Tells whether the property is always present. */
  abstract boolean requires(AnnotatedMember property);

  /** Tells whether null is allowed for a property whose Java type allows it. */
  abstract boolean allowsNull(AnnotatedMember property);

  /** The name of the type's schema. */
  abstract String nameOf(Class<?> type);
}
