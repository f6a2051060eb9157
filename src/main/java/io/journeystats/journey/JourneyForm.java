package io.journeystats.journey;

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
    @Nullable String id,
    @Nullable String title,
    @Nullable String category,
    @Nullable String type,
    @Nullable List<@Nullable StepForm> steps,
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
      @Nullable String id, @Nullable String name, @Nullable String kind, @Nullable String channel) {
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
   */
  record GoalForm(
      @Nullable String id,
      @Nullable String name,
      @Nullable String eventName,
      @Nullable List<@Nullable FilterForm> filters,
      @Nullable String goalStepId,
      @Nullable Integer conversionPeriodDays) {
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
          goal.conversionPeriodDays());
    }
  }

  /**
   * A condition on a property, unchecked.
   *
   * @param property the property's name
   * @param op the comparison
   * @param value what to compare with
   */
  record FilterForm(@Nullable String property, @Nullable String op, @Nullable Object value) {
    static FilterForm of(PropertyFilter filter) {
      return new FilterForm(
          filter.property(), filter.operator().key(), filter.value().orElse(null));
    }
  }
}
