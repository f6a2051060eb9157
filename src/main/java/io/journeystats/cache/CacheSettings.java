package io.journeystats.cache;

import java.time.Duration;

/**
 * How much the cache of answers may hold, and how long.
 *
 * @param maximumNumbers the bound on the numbers of all answers together
 * @param runningLifetime the longest that an accepted event can be missing from an answer; for so
 *     long an answer is shown whose time is still running, as other instances may take events
 * @param busyLifetime how old an answer is at least when it is made again behind the one that is
 *     shown, where events came in that change it
 * @param endedLifetime how long an answer is shown whose time is over, and that no event changed,
 *     where no other instance takes events
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
   * How long an answer may be shown that no event changed.
   *
   * @param ended whether its time is over, and this instance would know of late events
   */
  Duration lifetime(boolean ended) {
    return ended ? endedLifetime : runningLifetime;
  }
}
