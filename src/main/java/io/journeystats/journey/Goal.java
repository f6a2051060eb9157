package io.journeystats.journey;

import java.time.Duration;
import java.util.Optional;

/**
 * A conversion goal of a journey: a user reaches it by a {@code goal_reached} event or, where it
 * has conditions, by a {@code custom} event that satisfies them.
 *
 * @param id unique in the journey
 * @param name its name for people
 * @param conditions what a custom event must satisfy; empty where only the sender decides
 * @param goalStepId the step whose completion starts the tracking; empty means that entering the
 *     journey does
 * @param conversionPeriodDays how long after the start a conversion counts, in days of 24 hours, 1
 *     to 365
 * @param value what a conversion is worth; empty where nobody says
 */
public record Goal(
    String id,
    String name,
    Optional<GoalConditions> conditions,
    Optional<String> goalStepId,
    int conversionPeriodDays,
    Optional<GoalValue> value) {

  /** The conversion period of a goal that names none. */
  public static final int DEFAULT_CONVERSION_PERIOD_DAYS = 30;

  /** A goal without a value. */
  public Goal(
      String id,
      String name,
      Optional<GoalConditions> conditions,
      Optional<String> goalStepId,
      int conversionPeriodDays) {
    this(id, name, conditions, goalStepId, conversionPeriodDays, Optional.empty());
  }

  /** About how much memory it takes, in units of 60 bytes. */
  public int weight() {
    return 4 + conditions.map(GoalConditions::weight).orElse(0) + (value.isPresent() ? 4 : 0);
  }

  /** How long after the start a conversion counts. */
  public Duration conversionPeriod() {
    return Duration.ofDays(conversionPeriodDays);
  }
}
