package io.journeystats.stats;

import java.time.Duration;

/**
 * How much the cache of answers may hold, and how long.
 *
 * @param maximumNumbers the bound on the numbers of all answers together
 * @param runningLifetime how long an answer lives whose time is still running: the longest that an
 *     event can be missing
 * @param busyLifetime how long it lives at least, where events come in that change it
 * @param endedLifetime how long an answer lives whose time is over
 * @param staleLifetime for how long an answer is kept at all, for when the store is away
 */
public record CacheSettings(
    long maximumNumbers,
    Duration runningLifetime,
    Duration busyLifetime,
    Duration endedLifetime,
    Duration staleLifetime) {
  /** Checks that there is room. */
  public CacheSettings {
    if (maximumNumbers < 1) {
      throw new IllegalArgumentException("cache.maximumNumbers must be at least 1");
    }
  }

  /**
   * How long an answer may be shown.
   *
   * @param ended whether its time is over
   * @param changed whether events came that change it
   */
  Duration lifetime(boolean ended, boolean changed) {
    if (ended) {
      return changed ? Duration.ZERO : endedLifetime;
    }
    return changed ? busyLifetime : runningLifetime;
  }
}
