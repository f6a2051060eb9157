package io.journeystats.stats;

import java.time.Duration;

/**
 * How much the cache of answers may hold, and how long.
 *
 * @param maximumGroups the bound on all groups of all answers together; a group is some hundred
 *     bytes
 * @param runningLifetime how long an answer lives whose time is still running: the longest that an
 *     event can be missing
 * @param endedLifetime how long an answer lives whose time is over
 */
public record CacheSettings(long maximumGroups, Duration runningLifetime, Duration endedLifetime) {}
