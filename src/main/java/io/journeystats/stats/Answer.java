package io.journeystats.stats;

import io.journeystats.metric.Values;
import java.util.Map;
import java.util.Set;

/**
 * The numbers that a query asked for, by group.
 *
 * @param groups the groups that have any number; one that is missing is all 0
 */
public record Answer(Map<GroupKey, Values> groups) {
  /** Copies the map. */
  public Answer {
    groups = Map.copyOf(groups);
  }

  /** The numbers of a group. */
  public Values of(GroupKey key) {
    return groups.getOrDefault(key, Values.NONE);
  }

  /** The numbers of a query that was not split. */
  public Values whole() {
    return of(new GroupKey.Whole());
  }

  /** The groups that have any number. */
  public Set<GroupKey> keys() {
    return groups.keySet();
  }
}
