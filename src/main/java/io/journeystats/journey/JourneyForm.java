package io.journeystats.journey;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unvalidated request for a journey.
 *
 * @param id the requested id; generated if omitted
 * @param title the title
 * @param category the marketer's own category
 * @param type how users enter the journey; may be omitted in edits
 * @param steps the steps of the canvas
 * @param goals the conversion goals
 */
record JourneyForm(
    @Schema(format = "uuid", description = "The id; generated if omitted.") @Nullable String id,
    @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = Definition.MAXIMUM_TITLE)
        @Nullable String title,
    @Schema(minLength = 1, maxLength = JourneyRules.MAXIMUM_NAME) @Nullable String category,
    @Schema(
            implementation = JourneyType.class,
            description = "How users enter the journey; it cannot be changed later.")
        @Nullable String type,
    @ArraySchema(schema = @Schema(requiredMode = REQUIRED), maxItems = JourneyRules.MAXIMUM_STEPS)
        @Nullable List<@Nullable StepForm> steps,
    @ArraySchema(schema = @Schema(requiredMode = REQUIRED), maxItems = JourneyRules.MAXIMUM_GOALS)
        @Nullable List<@Nullable GoalForm> goals) {

  /**
   * An unvalidated step.
   *
   * @param id the id, unique in the journey
   * @param name the display name
   * @param kind the kind
   * @param channel the channel of a message step
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
      @Schema(
              implementation = Channel.class,
              description = "The channel of a message step; omitted for other kinds.")
          @Nullable String channel) {
    static StepForm of(Step step) {
      return new StepForm(
          step.id(), step.name(), step.kind().key(), step.channel().map(Channel::key).orElse(null));
    }
  }

  /**
   * An unvalidated goal.
   *
   * @param id the id, unique in the journey
   * @param name the display name
   * @param eventName the custom event that reaches the goal
   * @param filters conditions on the event's properties
   * @param goalStepId the step that starts the conversion period
   * @param conversionPeriodDays the length of the conversion period in days
   * @param valueProperty the property with a conversion's value
   * @param currency the currency of all values
   * @param currencyProperty the property with a value's currency
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
                  "The custom event that reaches the goal. If omitted, only `goal_reached` events"
                      + " count.")
          @Nullable String eventName,
      @ArraySchema(maxItems = FilterRules.MAXIMUM_FILTERS)
          @Nullable List<@Nullable FilterForm> filters,
      @Schema(
              description =
                  "The step whose completion starts the conversion period. If omitted, entering the"
                      + " journey starts it.")
          @Nullable String goalStepId,
      @Schema(minimum = "1", maximum = "365", defaultValue = "30")
          @Nullable Integer conversionPeriodDays,
      @Schema(
              minLength = 1,
              maxLength = FilterRules.MAXIMUM_NAME,
              description =
                  "The numeric event property with a conversion's value. If omitted, conversions"
                      + " have no value.")
          @Nullable String valueProperty,
      @Schema(
              pattern = "^[A-Za-z]{3}$",
              description = "The currency of all values as a three-letter code.",
              example = "EUR")
          @Nullable String currency,
      @Schema(
              minLength = 1,
              maxLength = FilterRules.MAXIMUM_NAME,
              description =
                  "The event property with the value's currency, a text of 1 to 8 letters. It"
                      + " cannot be combined with `currency`.")
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
   * An unvalidated condition on a property.
   *
   * @param property the property's name
   * @param op the comparison operator
   * @param value the value to compare with
   */
  record FilterForm(
      @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = FilterRules.MAXIMUM_NAME)
          @Nullable String property,
      @Schema(requiredMode = REQUIRED, implementation = PropertyFilter.Operator.class)
          @Nullable String op,
      @Schema(
              types = {"string", "number", "boolean"},
              description = "The value to compare with; omitted with `exists`.")
          @Nullable Object value) {
    static FilterForm of(PropertyFilter filter) {
      return new FilterForm(
          filter.property(), filter.operator().key(), filter.value().orElse(null));
    }
  }
}
