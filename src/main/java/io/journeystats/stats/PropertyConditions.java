package io.journeystats.stats;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.journey.PropertyFilter;
import io.journeystats.journey.PropertyFilter.FilterValue;
import io.journeystats.journey.PropertyFilter.FilterValue.Numeric;
import io.journeystats.journey.PropertyFilter.FilterValue.Text;
import io.journeystats.journey.PropertyFilter.FilterValue.Truth;
import io.journeystats.journey.PropertyFilter.Operator;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The SQL of filters on custom events' properties; source: the metrics specification, "Computed
 * goals".
 *
 * <p>Every comparison first asks for the property's JSON type, because ClickHouse would convert and
 * the definition does not: what cannot be compared does not hold.
 */
final class PropertyConditions {
  private PropertyConditions() {}

  /** Holds where every filter holds. */
  static Condition all(List<PropertyFilter> filters) {
    return filters.stream().map(PropertyConditions::of).reduce(trueCondition(), Condition::and);
  }

  private static Condition of(PropertyFilter filter) {
    Property property = new Property(Columns.PROPERTIES, filter.property());
    return filter
        .value()
        .map(value -> compare(property, filter.operator(), value))
        // Only EXISTS has no value. JSONType tells Null for what is missing, too.
        .orElseGet(
            () -> condition("JSONType({0}, {1}) != 'Null'", property.json(), property.key()));
  }

  private static Condition compare(Property property, Operator operator, FilterValue value) {
    return switch (value) {
      case Text(var text) -> textual(property, operator, text);
      case Numeric(var number) -> numeric(property, operator, number.doubleValue());
      case Truth(var truth) -> logical(property, operator, truth);
    };
  }

  private static Condition textual(Property property, Operator operator, String value) {
    Field<String> text = property.extract("JSONExtractString", String.class);
    Condition compared =
        operator == Operator.CONTAINS
            ? condition("position({0}, {1}) > 0", text, inline(value))
            : scalar(text, operator, inline(value));
    return property
        .is("String")
        .and(compared)
        .or(
            element(
                property,
                operator,
                "x -> JSONType(x) = 'String' AND JSONExtractString(x) = {2}",
                inline(value)));
  }

  private static Condition numeric(Property property, Operator operator, double value) {
    return property
        .is("Int64", "UInt64", "Double")
        .and(scalar(property.extract("JSONExtractFloat", Double.class), operator, inline(value)))
        .or(
            element(
                property,
                operator,
                "x -> JSONType(x) IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(x) = {2}",
                inline(value)));
  }

  private static Condition logical(Property property, Operator operator, boolean value) {
    Field<Integer> truth = property.extract("JSONExtractBool", Integer.class);
    Field<Integer> wanted = inline(value ? 1 : 0);
    Condition compared =
        switch (operator) {
          case EQ -> truth.eq(wanted);
          case NEQ -> truth.ne(wanted);
          case GT, GTE, LT, LTE, CONTAINS, EXISTS -> falseCondition();
        };
    return property
        .is("Bool")
        .and(compared)
        .or(
            element(
                property,
                operator,
                "x -> JSONType(x) = 'Bool' AND JSONExtractBool(x) = {2}",
                wanted));
  }

  private static <T> Condition scalar(Field<T> property, Operator operator, Field<T> value) {
    return switch (operator) {
      case EQ -> property.eq(value);
      case NEQ -> property.ne(value);
      case GT -> property.gt(value);
      case GTE -> property.ge(value);
      case LT -> property.lt(value);
      case LTE -> property.le(value);
      case CONTAINS, EXISTS -> falseCondition();
    };
  }

  /**
   * Whether the property is a list with such an element; only {@link Operator#CONTAINS} looks into
   * lists.
   */
  private static Condition element(
      Property property, Operator operator, String test, Field<?> value) {
    return operator == Operator.CONTAINS
        ? property
            .is("Array")
            .and(
                condition(
                    "arrayExists(" + test + ", JSONExtractArrayRaw({0}, {1}))",
                    property.json(),
                    property.key(),
                    value))
        : falseCondition();
  }

  /**
   * One top-level property of an event.
   *
   * @param json the properties
   * @param name the property's name
   */
  private record Property(Field<String> json, String name) {

    Field<String> key() {
      return inline(name);
    }

    Condition is(String... types) {
      return field("JSONType({0}, {1})", String.class, json, key()).cast(String.class).in(types);
    }

    <T> Field<T> extract(String function, Class<T> type) {
      return field(function + "({0}, {1})", type, json, key());
    }
  }
}
