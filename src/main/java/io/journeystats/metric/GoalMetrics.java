package io.journeystats.metric;

import com.google.common.collect.ImmutableSet;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedEvents;
import io.journeystats.metric.Formula.ConvertedWithoutValue;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The metrics of one goal on the Performance dashboard; source: the metrics specification,
 * "Performance".
 *
 * @param count the number of users who converted
 * @param conversionRate that number as a share of entrances
 * @param conversions the number of conversions
 */
public record GoalMetrics(Metric count, Metric conversionRate, Metric conversions) {

  /** The metrics of a goal as it is defined now. */
  public static GoalMetrics of(Goal goal) {
    Metric count =
        new Metric(
            "count",
            "Count",
            "Users who reached the goal in the period, each once.",
            new Converted(Set.of(goal)));
    Metric rate =
        new Metric(
            "conversion_rate",
            "Conversion rate",
            "Users who reached the goal, as a share of the entrances of the same period.",
            new Ratio(count.formula(), AudienceMetrics.ENTRANCES.formula()));
    Metric conversions =
        new Metric(
            "conversions",
            "Conversions",
            "Conversions of the goal in the period, including several of the same user.",
            new ConvertedEvents(goal));
    return new GoalMetrics(count, rate, conversions);
  }

  /**
   * The number of conversions that a sum of values leaves out; all of them if the goal has no
   * value.
   */
  public static Metric withoutValue(Goal goal) {
    return new Metric(
        "conversions_without_value",
        "Conversions without a value",
        "Conversions of the goal whose event has no number where the goal looks for its value.",
        new ConvertedWithoutValue(goal));
  }

  /** The number of users who reached any of the goals. */
  public static Metric goalsReached(Collection<Goal> goals) {
    return new Metric(
        "goals_reached",
        "Goals reached",
        "Users who reached any goal of the journey, each once.",
        goals.isEmpty() ? new Sum(List.of()) : new Converted(ImmutableSet.copyOf(goals)));
  }

  /** All three, in display order. */
  public List<Metric> all() {
    return List.of(count, conversionRate, conversions);
  }
}
