package io.journeystats.journey;

import java.util.List;

/**
 * What a custom event must satisfy to reach a goal: its name, and every filter.
 *
 * @param eventName the custom event's name
 * @param filters conditions on its properties; all must hold, none means that the name is enough
 */
public record GoalConditions(String eventName, List<PropertyFilter> filters) {
  /** Copies the list. */
  public GoalConditions {
    filters = List.copyOf(filters);
  }

  /** About how much memory it takes, in units of 60 bytes. */
  int weight() {
    return filters.stream().mapToInt(PropertyFilter::weight).sum();
  }
}
