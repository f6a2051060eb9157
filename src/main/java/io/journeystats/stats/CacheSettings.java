package io.journeystats.stats;

import java.time.Duration;

/**
 * How much the cache of answers may hold, and how long.
 *
 * @param maximumNumbers the bound on the numbers of all answers together; one takes some hundred
 *     bytes at the most
 * @param runningLifetime how long an answer lives whose time is still running: the longest that an
 *     event can be missing
 * @param busyLifetime how long it lives at least, where events come in that change it
 * @param endedLifetime how long an answer lives whose time is over
 */
public record CacheSettings(
    long maximumNumbers, Duration runningLifetime, Duration busyLifetime, Duration endedLifetime) {
  /** Checks that there is room. */
  public CacheSettings {
    if (maximumNumbers < 1) {
      throw new IllegalArgumentException("cache.maximumNumbers must be at least 1");
    }
  }
}
