package io.journeystats.rollup;

import java.time.Duration;

/**
 * How the rollup follows what comes in.
 *
 * @param interval how long it pauses
 * @param margin how long ago an insertion must be to be rolled up; events inserted since are
 *     counted one by one. A clock of ClickHouse that is set back by less than this does no harm.
 * @param mostConversions how many conversions of goals are kept, of which a tenant has a quarter at
 *     most; the others are computed from the events. None are kept where it is 0.
 * @param mostDefinitionBytes of how many bytes of a tenant's definitions conversions are kept;
 *     those of the newest journeys are
 */
public record RollupSettings(
    Duration interval, Duration margin, long mostConversions, long mostDefinitionBytes) {
  /** How many conversions are kept unless the configuration says otherwise. */
  public static final long DEFAULT_MOST_CONVERSIONS = 100_000_000;

  /** Of how many bytes of a tenant's definitions, likewise. */
  public static final long DEFAULT_MOST_DEFINITION_BYTES = 8 << 20;

  /** Checks that all are possible. */
  public RollupSettings {
    if (interval.isNegative() || interval.isZero() || margin.isNegative()) {
      throw new IllegalArgumentException(
          "rollup.interval must be positive, and rollup.margin must not be negative");
    }
    if (mostConversions < 0 || mostDefinitionBytes < 0) {
      throw new IllegalArgumentException(
          "rollup.mostConversions and rollup.mostDefinitionBytes must not be negative");
    }
  }

  /** Settings with the usual bounds of what is kept. */
  public RollupSettings(Duration interval, Duration margin) {
    this(interval, margin, DEFAULT_MOST_CONVERSIONS, DEFAULT_MOST_DEFINITION_BYTES);
  }
}
