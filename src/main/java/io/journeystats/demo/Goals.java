package io.journeystats.demo;

import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.GoalValue;
import io.journeystats.journey.PropertyFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The kinds of goals that the demo's journeys have. */
final class Goals {
  static final String PURCHASE = "purchase";
  static final String REVIEW = "review_written";

  private Goals() {}

  /** Decided by the sender. */
  static Goal decided(String id, String name, int days) {
    return new Goal(id, name, Optional.empty(), Optional.empty(), days);
  }

  /** Any purchase, or one that satisfies filters. */
  static Goal purchase(String id, String name, int days, PropertyFilter... filters) {
    return new Goal(
        id,
        name,
        Optional.of(new GoalConditions(PURCHASE, List.of(filters))),
        Optional.empty(),
        days,
        Optional.of(new GoalValue("amount", Optional.empty(), Optional.of("currency"))));
  }

  /** A review of that many stars at least. */
  static Goal review(String id, String name, int days, int stars) {
    GoalConditions conditions = new GoalConditions(REVIEW, List.of(atLeast("stars", stars)));
    return new Goal(id, name, Optional.of(conditions), Optional.empty(), days);
  }

  /** The same goal, tracked from the completion of a step on. */
  static Goal after(String stepId, Goal goal) {
    return new Goal(
        goal.id(),
        goal.name(),
        goal.conditions(),
        Optional.of(stepId),
        goal.conversionPeriodDays(),
        goal.value());
  }

  static PropertyFilter atLeast(String property, int value) {
    return new PropertyFilter(
        property,
        PropertyFilter.Operator.GTE,
        Optional.of(new PropertyFilter.FilterValue.Numeric(BigDecimal.valueOf(value))));
  }

  static PropertyFilter is(String property, String value) {
    return new PropertyFilter(
        property,
        PropertyFilter.Operator.EQ,
        Optional.of(new PropertyFilter.FilterValue.Text(value)));
  }
}
