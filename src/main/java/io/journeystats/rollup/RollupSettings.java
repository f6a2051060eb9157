package io.journeystats.rollup;

import java.time.Duration;

/**
 * How the rollup follows what comes in.
 *
 * @param interval how long it pauses
 * @param margin how long ago an insertion must be to be rolled up; events inserted since are
 *     counted one by one. A clock of ClickHouse that is set back by less than this does no harm.
 */
public record RollupSettings(Duration interval, Duration margin) {
  /** Checks that both are possible. */
  public RollupSettings {
    if (interval.isNegative() || interval.isZero() || margin.isNegative()) {
      throw new IllegalArgumentException(
          "rollup.interval must be positive, and rollup.margin must not be negative");
    }
  }
}
