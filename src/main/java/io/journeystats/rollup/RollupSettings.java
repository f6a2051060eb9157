package io.journeystats.rollup;

import java.time.Duration;

/**
 * The settings of the rollup.
 *
 * @param interval the pause between rounds
 * @param margin the minimum age of insertions to roll up; newer events are counted one by one. A
 *     ClickHouse clock that is set back by less than this does no harm.
 * @param mostConversions the maximum number of materialized goal conversions, of which a tenant has
 *     at most a quarter; the others are computed from events. With 0, none are materialized.
 * @param mostDefinitionBytes the size of a tenant's journey definitions whose conversions are
 *     materialized; the newest journeys come first
 */
public record RollupSettings(
    Duration interval, Duration margin, long mostConversions, long mostDefinitionBytes) {
  /** The default of {@code mostConversions}. */
  public static final long DEFAULT_MOST_CONVERSIONS = 100_000_000;

  /** The default of {@code mostDefinitionBytes}. */
  public static final long DEFAULT_MOST_DEFINITION_BYTES = 8 << 20;

  /** Settings with the default limits on materialized conversions. */
  public RollupSettings(Duration interval, Duration margin) {
    this(interval, margin, DEFAULT_MOST_CONVERSIONS, DEFAULT_MOST_DEFINITION_BYTES);
  }
}
