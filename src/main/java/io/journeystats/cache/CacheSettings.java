package io.journeystats.cache;

import java.time.Duration;

/**
 * Size and lifetimes of the cache of answers.
 *
 * @param maximumNumbers the maximum number of numbers in all answers together
 * @param runningLifetime the lifetime of an answer whose period is still running: the longest time
 *     that an accepted event may be missing from an answer, as other instances may take events
 * @param busyLifetime the minimum age at which an answer is refreshed that events have changed
 * @param endedLifetime the lifetime of an answer whose period has ended, while no event changes it
 *     and no other instance takes events
 * @param staleLifetime the time for which an answer is kept for an outage of the store
 */
public record CacheSettings(
    long maximumNumbers,
    Duration runningLifetime,
    Duration busyLifetime,
    Duration endedLifetime,
    Duration staleLifetime) {

  /**
   * The lifetime of an answer that no event has changed.
   *
   * @param ended whether its period has ended, and this instance would know of late events
   */
  Duration lifetime(boolean ended) {
    return ended ? endedLifetime : runningLifetime;
  }
}
