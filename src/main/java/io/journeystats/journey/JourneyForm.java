package io.journeystats.journey;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey as its author writes it down, unchecked.
 *
 * @param id as wished; a new one is made where it is left out
 * @param title for people
 * @param category the marketer's own
 * @param type how users come in; may be left out where it is known
 * @param steps the points of its canvas
 * @param goals its conversion goals
 */
record JourneyForm(
    @Schema(format = "uuid", description = "A new one is made where it is left out.")
        @Nullable String id,
    @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = Definition.MAXIMUM_TITLE)
        @Nullable String title,
    @Schema(minLength = 1, maxLength = JourneyRules.MAXIMUM_NAME) @Nullable String category,
    @Schema(implementation = JourneyType.class, description = "It cannot be changed.")
        @Nullable String type,
    @ArraySchema(schema = @Schema(requiredMode = REQUIRED), maxItems = JourneyRules.MAXIMUM_STEPS)
        @Nullable List<@Nullable StepForm> steps,
    @ArraySchema(schema = @Schema(requiredMode = REQUIRED), maxItems = JourneyRules.MAXIMUM_GOALS)
        @Nullable List<@Nullable GoalForm> goals) {

  /**
   * A step, unchecked.
   *
   * @param id unique in the journey
   * @param name for people
   * @param kind what it does
   * @param channel of message steps
   */
  record StepForm(
      @Schema(
              requiredMode = REQUIRED,
              minLength = 1,
              maxLength = JourneyRules.MAXIMUM_ID,
              description = JourneyRules.MEANING_OF_ID)
          @Nullable String id,
      @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = JourneyRules.MAXIMUM_NAME)
          @Nullable String name,
      @Schema(requiredMode = REQUIRED, implementation = StepKind.class) @Nullable String kind,
      @Schema(implementation = Channel.class, description = "Of message steps, and only of those.")
          @Nullable String channel) {
    static StepForm of(Step step) {
      return new StepForm(
          step.id(), step.name(), step.kind().key(), step.channel().map(Channel::key).orElse(null));
    }
  }

  /**
   * A goal, unchecked.
   *
   * @param id unique in the journey
   * @param name for people
   * @param eventName the custom event that reaches it
   * @param filters conditions on that event
   * @param goalStepId where the tracking starts
   * @param conversionPeriodDays how long it lasts
   * @param valueProperty the property that is the value of a conversion
   * @param currency the currency of values
   * @param currencyProperty the property that is the currency of a value
   */
  record GoalForm(
      @Schema(
              requiredMode = REQUIRED,
              minLength = 1,
              maxLength = JourneyRules.MAXIMUM_ID,
              description = JourneyRules.MEANING_OF_ID)
          @Nullable String id,
      @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = JourneyRules.MAXIMUM_NAME)
          @Nullable String name,
      @Schema(
              minLength = 1,
              maxLength = FilterRules.MAXIMUM_NAME,
              description =
                  "The custom event that reaches it; without one only the sender decides.")
          @Nullable String eventName,
      @ArraySchema(maxItems = FilterRules.MAXIMUM_FILTERS)
          @Nullable List<@Nullable FilterForm> filters,
      @Schema(
              description =
                  "The step whose completion starts the tracking; without one entering does.")
          @Nullable String goalStepId,
      @Schema(minimum = "1", maximum = "365", defaultValue = "30")
          @Nullable Integer conversionPeriodDays,
      @Schema(
              minLength = 1,
              maxLength = FilterRules.MAXIMUM_NAME,
              description =
                  "The property of the event of a conversion that is its value, a number; without"
                      + " one conversions have no value.")
          @Nullable String valueProperty,
      @Schema(
              pattern = "^[A-Za-z]{3}$",
              description = "The currency of values, in three letters.",
              example = "EUR")
          @Nullable String currency,
      @Schema(
              minLength = 1,
              maxLength = FilterRules.MAXIMUM_NAME,
              description =
                  "The property of the event that is the currency of its value, a text of 1 to 8"
                      + " letters; not beside `currency`.")
          @Nullable String currencyProperty) {
    static GoalForm of(Goal goal) {
      return new GoalForm(
          goal.id(),
          goal.name(),
          goal.conditions().map(GoalConditions::eventName).orElse(null),
          goal.conditions()
              .map(conditions ->
                  conditions.filters().stream().<@Nullable FilterForm>map(FilterForm::of).toList())
              .orElse(null),
          goal.goalStepId().orElse(null),
          goal.conversionPeriodDays(),
          goal.value().map(GoalValue::property).orElse(null),
          goal.value().flatMap(GoalValue::currency).orElse(null),
          goal.value().flatMap(GoalValue::currencyProperty).orElse(null));
    }
  }

  /**
   * A condition on a property, unchecked.
   *
   * @param property the property's name
   * @param op the comparison
   * @param value what to compare with
   */
  record FilterForm(
      @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = FilterRules.MAXIMUM_NAME)
          @Nullable String property,
      @Schema(requiredMode = REQUIRED, implementation = PropertyFilter.Operator.class)
          @Nullable String op,
      @Schema(
              types = {"string", "number", "boolean"},
              description = "What to compare with; left out with `exists`.")
          @Nullable Object value) {
    static FilterForm of(PropertyFilter filter) {
      return new FilterForm(
          filter.property(), filter.operator().key(), filter.value().orElse(null));
    }
  }
}
