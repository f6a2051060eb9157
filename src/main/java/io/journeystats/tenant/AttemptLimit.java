package io.journeystats.tenant;

import java.time.Duration;

/**
 * How often somebody may come with a key that is not known.
 *
 * @param attempts so often, at least once
 * @param within in that time, after which as many are free again
 */
public record AttemptLimit(int attempts, Duration within) {}
