package io.journeystats.tenant;

import java.time.Duration;

/**
 * The rate limit on requests with unknown keys, per client network.
 *
 * @param attempts the maximum number of attempts; at least 1
 * @param within the time in which that number of attempts becomes available again
 */
public record AttemptLimit(int attempts, Duration within) {}
