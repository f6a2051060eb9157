package io.journeystats.query;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What conversions of goals are worth, in sums that are never added up across currencies.
 *
 * @param groups the sums by group and the id of the goal; what is missing has none
 */
public record GoalAmounts(Map<GroupKey, Map<String, List<Amount>>> groups) {
  /** No sums. */
  public static final GoalAmounts NONE = new GoalAmounts(Map.of());

  /** Copies the map. */
  public GoalAmounts {
    groups = Map.copyOf(groups);
  }

  /** The sums of a goal in a group, the largest first. */
  public List<Amount> of(GroupKey group, String goalId) {
    return groups.getOrDefault(group, Map.of()).getOrDefault(goalId, List.of());
  }

  /** Its approximate size, in numbers of about 60 bytes. */
  public int weight() {
    return groups.values().stream()
        .flatMap(goals -> goals.values().stream())
        .mapToInt(amounts -> 2 + 3 * amounts.size())
        .sum();
  }

  /**
   * A sum in one currency.
   *
   * @param currency the currency; empty where none is known
   * @param value the sum, exactly
   * @param conversions how many conversions have such a value
   */
  public record Amount(Optional<String> currency, BigDecimal value, long conversions) {
    /** The largest first; what is equal by currency, none last. */
    public static final Comparator<Amount> LARGEST_FIRST =
        Comparator.comparing(Amount::value)
            .reversed()
            .thenComparing(amount -> amount.currency().isEmpty())
            .thenComparing(amount -> amount.currency().orElse(""));
  }
}
