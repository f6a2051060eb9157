package io.journeystats.journey;

import io.journeystats.http.InputErrors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The validation of goal conditions. */
final class FilterRules {
  static final int MAXIMUM_FILTERS = 50;
  static final int MAXIMUM_NAME = 256;
  private static final int MAXIMUM_VALUE = 1000;
  private static final int MAXIMUM_DIGITS = 400;

  private final InputErrors errors;

  FilterRules(InputErrors errors) {
    this.errors = errors;
  }

  /**
   * Validates the conditions of a goal; empty if the goal has none and is reached by {@code
   * goal_reached} events only.
   */
  Optional<GoalConditions> conditions(String path, JourneyForm.GoalForm form) {
    List<JourneyForm.@Nullable FilterForm> forms =
        form.filters() == null ? List.of() : form.filters();
    if (form.eventName() == null) {
      errors.require(forms.isEmpty(), path + ".event_name", "is required with filters");
      return Optional.empty();
    }
    String eventName = errors.text(path + ".event_name", form.eventName(), MAXIMUM_NAME);
    errors.require(
        forms.size() <= MAXIMUM_FILTERS,
        path + ".filters",
        "must have at most " + MAXIMUM_FILTERS + " entries");
    List<PropertyFilter> filters = new ArrayList<>();
    for (int index = 0; index < Math.min(forms.size(), MAXIMUM_FILTERS); index++) {
      String place = path + ".filters[" + index + "]";
      JourneyForm.FilterForm filter = forms.get(index);
      if (filter == null) {
        errors.add(place, "must be an object");
      } else {
        filter(place, filter).ifPresent(filters::add);
      }
    }
    return Optional.of(new GoalConditions(eventName, filters));
  }

  private Optional<PropertyFilter> filter(String path, JourneyForm.FilterForm form) {
    String property = errors.text(path + ".property", form.property(), MAXIMUM_NAME);
    Optional<PropertyFilter.Operator> operator =
        Optional.ofNullable(form.op()).flatMap(PropertyFilter.Operator::find);
    errors.require(
        operator.isPresent(),
        path + ".op",
        "must be one of eq, neq, gt, gte, lt, lte, contains, exists");
    Optional<PropertyFilter.FilterValue> value = value(path + ".value", form.value());
    operator.ifPresent(known -> checkFit(path + ".value", known, form.value(), value));
    return operator.map(known -> new PropertyFilter(property, known, value));
  }

  private Optional<PropertyFilter.FilterValue> value(String path, @Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case String text when text.isEmpty() ->
          Optional.of(new PropertyFilter.FilterValue.Text(text));
      case String text -> {
        errors.require(
            text.codePointCount(0, text.length()) <= MAXIMUM_VALUE && InputErrors.isUnicode(text),
            path,
            "must be valid Unicode of at most " + MAXIMUM_VALUE + " characters");
        yield Optional.of(new PropertyFilter.FilterValue.Text(text));
      }
      case Boolean truth -> Optional.of(new PropertyFilter.FilterValue.Truth(truth));
      case Number number when isStorable(number) ->
          Optional.of(new PropertyFilter.FilterValue.Numeric(new BigDecimal(number.toString())));
      default -> {
        errors.add(path, "must be a string, a number, true or false");
        yield Optional.empty();
      }
    };
  }

  /**
   * Numbers are compared as doubles; many more digits than a double has would only make messages
   * unreadable.
   */
  private static boolean isStorable(Number number) {
    return Double.isFinite(number.doubleValue())
        && number.toString().length() <= MAXIMUM_DIGITS
        && Math.abs(new BigDecimal(number.toString()).scale()) <= MAXIMUM_DIGITS;
  }

  private void checkFit(
      String path,
      PropertyFilter.Operator operator,
      @Nullable Object given,
      Optional<PropertyFilter.FilterValue> value) {
    if (operator == PropertyFilter.Operator.EXISTS) {
      errors.require(given == null, path, "must be omitted with exists");
    } else if (given == null) {
      errors.add(path, "is required with " + operator.key());
    } else {
      errors.require(
          value.filter(known -> !operator.takes(known)).isEmpty(),
          path,
          "must be a string or a number with " + operator.key());
    }
  }
}
