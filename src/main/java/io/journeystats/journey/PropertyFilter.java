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
 * A condition on one top-level property of a custom event. It does not hold where the event lacks
 * the property (or has null there) or where the property's type cannot be compared with the
 * value's, also for {@link Operator#NEQ}.
 *
 * @param property the property's name, taken literally
 * @param operator the comparison
 * @param value what to compare with; present for every operator but {@link Operator#EXISTS}
 */
public record PropertyFilter(
    String property, @JsonProperty("op") Operator operator, Optional<FilterValue> value) {

  /** About how much memory it takes, in units of 60 bytes: objects, and two bytes a character. */
  int weight() {
    int characters =
        property.length()
            + (value.orElse(null) instanceof FilterValue.Text(String text) ? text.length() : 0);
    return 4 + characters / 30;
  }

  /** How a property is compared. */
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

    /** The name on the wire. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The operator with that name on the wire, empty where there is none. */
    public static Optional<Operator> find(String key) {
      return Arrays.stream(values()).filter(operator -> operator.key().equals(key)).findFirst();
    }

    /** Tells whether a property can be compared in this way with values of that type. */
    public boolean takes(FilterValue value) {
      return switch (this) {
        case EQ, NEQ, CONTAINS -> true;
        case GT, GTE, LT, LTE -> !(value instanceof FilterValue.Truth);
        case EXISTS -> false;
      };
    }
  }

  /** A scalar of JSON to compare with. */
  public sealed interface FilterValue {
    /** Text, compared by code points. */
    record Text(@JsonValue String value) implements FilterValue {}

    /** A number, compared as an IEEE 754 double as JSON's numbers are. */
    record Numeric(@JsonValue BigDecimal value) implements FilterValue {}

    /** True or false, comparable for equality only. */
    record Truth(@JsonValue boolean value) implements FilterValue {}

    /**
     * The scalar that a piece of JSON is.
     *
     * @throws IllegalArgumentException where it is none
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
