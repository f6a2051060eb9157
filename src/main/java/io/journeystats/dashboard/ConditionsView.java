package io.journeystats.dashboard;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.PropertyFilter;
import io.journeystats.journey.PropertyFilter.FilterValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal's conditions, as answers show them.
 *
 * @param eventName the custom event
 * @param filters the conditions on its properties
 */
public record ConditionsView(String eventName, List<FilterView> filters) {

  static ConditionsView of(GoalConditions conditions) {
    return new ConditionsView(
        conditions.eventName(), conditions.filters().stream().map(FilterView::of).toList());
  }

  /** Both kinds in one line, such as {@code purchase: amount gte 50, plan eq pro}. */
  String inWords() {
    return filters.isEmpty()
        ? eventName
        : filters.stream().map(FilterView::inWords).collect(joining(", ", eventName + ": ", ""));
  }

  /**
   * One filter.
   *
   * @param property the property's name
   * @param operator the comparison
   * @param value what to compare with; absent where the comparison needs none
   */
  @Schema(name = "ConditionFilter")
  public record FilterView(
      String property,
      @JsonProperty("op") @Schema(implementation = PropertyFilter.Operator.class) String operator,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(types = {"string", "number", "boolean"})
          @Nullable FilterValue value) {

    static FilterView of(PropertyFilter filter) {
      return new FilterView(
          filter.property(), filter.operator().key(), filter.value().orElse(null));
    }

    private String inWords() {
      String compared =
          switch (value) {
            case null -> "";
            case FilterValue.Text(var text) -> " " + text;
            case FilterValue.Numeric(var number) -> " " + number.toPlainString();
            case FilterValue.Truth(var truth) -> " " + truth;
          };
      return property + " " + operator + compared;
    }
  }
}
