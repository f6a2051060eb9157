package io.journeystats.journey;

import java.time.Duration;
import java.util.Optional;

/**
 * A conversion goal of a journey. A user reaches it by a {@code goal_reached} event or, if it has
 * conditions, by a {@code custom} event that satisfies them.
 *
 * @param id the id, unique in the journey
 * @param name the display name
 * @param conditions the conditions on custom events; empty if only {@code goal_reached} events
 *     count
 * @param goalStepId the step whose completion starts the conversion period; if empty, entering the
 *     journey starts it
 * @param conversionPeriodDays the length of the conversion period in days of 24 hours, 1 to 365
 * @param value the value of a conversion; empty if conversions have none
 */
public record Goal(
    String id,
    String name,
    Optional<GoalConditions> conditions,
    Optional<String> goalStepId,
    int conversionPeriodDays,
    Optional<GoalValue> value) {

  /** The default conversion period in days. */
  public static final int DEFAULT_CONVERSION_PERIOD_DAYS = 30;

  /** Creates a goal without a value. */
  public Goal(
      String id,
      String name,
      Optional<GoalConditions> conditions,
      Optional<String> goalStepId,
      int conversionPeriodDays) {
    this(id, name, conditions, goalStepId, conversionPeriodDays, Optional.empty());
  }

  /** Returns the approximate heap size in units of 60 bytes. */
  public int weight() {
    return 4 + conditions.map(GoalConditions::weight).orElse(0) + (value.isPresent() ? 4 : 0);
  }

  /** Returns the length of the conversion period. */
  public Duration conversionPeriod() {
    return Duration.ofDays(conversionPeriodDays);
  }
}
