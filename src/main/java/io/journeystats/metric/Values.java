package io.journeystats.metric;

import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import io.journeystats.metric.Formula.Undefined;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store's answers for one group, such as a bucket or a step, from which metrics are computed.
 *
 * @param byAggregate the answers; a missing aggregate is 0
 */
public record Values(Map<Aggregate, Long> byAggregate) {
  /** No answers: every count is 0. */
  public static final Values NONE = new Values(Map.of());

  /** Copies the map. */
  public Values {
    byAggregate = Map.copyOf(byAggregate);
  }

  /** These answers, completed by the other's for aggregates that are missing here. */
  public Values orElse(Values other) {
    Map<Aggregate, Long> union = new HashMap<>(other.byAggregate);
    union.putAll(byAggregate);
    return new Values(union);
  }

  /** The metric's number; null if the store could not answer. */
  public static @Nullable Number of(Optional<Values> values, Metric metric) {
    return values.isPresent() ? values.get().of(metric) : null;
  }

  /**
   * The metric's number: a {@link Long} for counts, a {@link Double} for fractions, null if
   * undefined.
   */
  public @Nullable Number of(Metric metric) {
    return switch (metric.formula()) {
      case Ratio(var numerator, var denominator) -> ratio(count(numerator), count(denominator));
      case Undefined() -> null;
      case Aggregate aggregate -> count(aggregate);
      case Sum sum -> count(sum);
    };
  }

  private static @Nullable Double ratio(long numerator, long denominator) {
    return denominator == 0 ? null : (double) numerator / denominator;
  }

  private long count(Formula formula) {
    return switch (formula) {
      case Aggregate aggregate -> byAggregate.getOrDefault(aggregate, 0L);
      case Sum(var terms) -> terms.stream().mapToLong(this::count).sum();
      case Ratio ratio -> throw new IllegalArgumentException("a rate is not a count: " + ratio);
      case Undefined undefined -> throw new IllegalArgumentException("not a count: " + undefined);
    };
  }
}
