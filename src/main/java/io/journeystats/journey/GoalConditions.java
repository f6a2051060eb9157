package io.journeystats.journey;

import java.util.List;

/**
 * The conditions that a custom event must satisfy to reach a goal.
 *
 * @param eventName the required name of the event
 * @param filters conditions on its properties, all of which must hold; may be empty
 */
public record GoalConditions(String eventName, List<PropertyFilter> filters) {
  /** Copies the list. */
  public GoalConditions {
    filters = List.copyOf(filters);
  }

  /** Returns the approximate heap size in units of 60 bytes. */
  int weight() {
    return filters.stream().mapToInt(PropertyFilter::weight).sum();
  }
}
