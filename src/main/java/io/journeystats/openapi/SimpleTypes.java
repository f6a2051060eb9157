package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** The schemas of types that are one value on the wire. */
final class SimpleTypes {
  private SimpleTypes() {}

  /** The schema of a type; empty where it is none of these. */
  static Optional<ObjectNode> of(Class<?> type) {
    if (type == String.class || type == ZoneId.class) {
      return Optional.of(Shapes.type("string"));
    }
    if (type == UUID.class) {
      return Optional.of(Shapes.text("uuid"));
    }
    if (type == Instant.class) {
      return Optional.of(Shapes.text("date-time"));
    }
    if (type == LocalDate.class) {
      return Optional.of(Shapes.text("date"));
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return Optional.of(Shapes.type("integer"));
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(Shapes.type("boolean"));
    }
    return type == BigDecimal.class ? Optional.of(Shapes.type("number")) : Optional.empty();
  }
}
