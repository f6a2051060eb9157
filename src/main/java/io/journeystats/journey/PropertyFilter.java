package io.journeystats.journey;

import java.math.BigDecimal;
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
public record PropertyFilter(String property, Operator operator, Optional<FilterValue> value) {

  /** How a property is compared. */
  public enum Operator {
    EQ,
    NEQ,
    GT,
    GTE,
    LT,
    LTE,
    CONTAINS,
    EXISTS
  }

  /** A scalar of JSON to compare with. */
  public sealed interface FilterValue {
    /** Text, compared by code points. */
    record Text(String value) implements FilterValue {}

    /** A number, compared as an IEEE 754 double as JSON's numbers are. */
    record Numeric(BigDecimal value) implements FilterValue {}

    /** True or false, comparable for equality only. */
    record Truth(boolean value) implements FilterValue {}
  }
}
