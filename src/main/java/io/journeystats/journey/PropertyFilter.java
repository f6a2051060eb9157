package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A condition on one top-level property of a custom event. It does not hold, not even with {@link
 * Operator#NEQ}, if the property is missing or null or its type cannot be compared with the
 * value's.
 *
 * @param property the property's name, taken literally
 * @param operator the comparison operator
 * @param value the value to compare with; present for every operator but {@link Operator#EXISTS}
 */
public record PropertyFilter(
    String property, @JsonProperty("op") Operator operator, Optional<FilterValue> value) {

  /**
   * Returns the approximate heap size in units of 60 bytes: objects, and two bytes per character.
   */
  int weight() {
    int characters =
        property.length()
            + (value.orElse(null) instanceof FilterValue.Text(String text) ? text.length() : 0);
    return 4 + characters / 30;
  }

  /** A comparison operator. */
  @Schema(name = "FilterOperator")
  public enum Operator {
    EQ,
    NEQ,
    GT,
    GTE,
    LT,
    LTE,
    CONTAINS,
    EXISTS;

    /** Returns the name in JSON. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the operator with the given JSON name; empty if there is none. */
    public static Optional<Operator> find(String key) {
      return Arrays.stream(values()).filter(operator -> operator.key().equals(key)).findFirst();
    }

    /** Returns whether the operator applies to values of the given type. */
    public boolean takes(FilterValue value) {
      return switch (this) {
        case EQ, NEQ, CONTAINS -> true;
        case GT, GTE, LT, LTE -> !(value instanceof FilterValue.Truth);
        case EXISTS -> false;
      };
    }
  }

  /** A JSON scalar to compare with. */
  public sealed interface FilterValue {
    /** A string, compared by code points. */
    record Text(@JsonValue String value) implements FilterValue {}

    /** A number, compared as an IEEE 754 double. */
    record Numeric(@JsonValue BigDecimal value) implements FilterValue {}

    /** A boolean, comparable for equality only. */
    record Truth(@JsonValue boolean value) implements FilterValue {}

    /**
     * Converts a JSON scalar.
     *
     * @throws IllegalArgumentException if it is no scalar
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FilterValue of(JsonNode json) {
      return switch (json.getNodeType()) {
        case STRING -> new Text(json.textValue());
        case NUMBER -> new Numeric(json.decimalValue());
        case BOOLEAN -> new Truth(json.booleanValue());
        case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO ->
            throw new IllegalArgumentException("not a string, a number, true or false");
      };
    }
  }
}
