package io.journeystats.query;

import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Values;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbers that a query asked for, by group.
 *
 * @param zero the numbers of a group without events: 0 for all that was asked
 * @param groups the numbers of the groups that have events
 */
public record Answer(Values zero, Map<GroupKey, Values> groups) {
  /** Copies the map. */
  public Answer {
    groups = Map.copyOf(groups);
  }

  /** An answer in which every group has every number that was asked for. */
  public static Answer of(Set<Aggregate> asked, Map<GroupKey, Map<Aggregate, Long>> found) {
    Values zero =
        new Values(asked.stream().collect(Collectors.toMap(Function.identity(), any -> 0L)));
    return new Answer(
        zero,
        found.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, group -> new Values(group.getValue()).orElse(zero))));
  }

  /** The numbers of a group. */
  public Values of(GroupKey key) {
    return groups.getOrDefault(key, zero);
  }

  /** The numbers of a query that was not split. */
  public Values whole() {
    return of(new GroupKey.Whole());
  }

  /** How many numbers it holds. */
  public int size() {
    return (groups.size() + 1) * zero.byAggregate().size();
  }
}
