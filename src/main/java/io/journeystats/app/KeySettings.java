package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.journeystats.tenant.AttemptLimit;
import io.journeystats.tenant.Sessions;
import jakarta.validation.constraints.Positive;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code keys}: API keys and sessions.
 *
 * @param failedAttempts the maximum number of requests with unknown keys per client network
 * @param within the time in which that number of requests becomes available again
 * @param sessionLifetime the duration of a session
 * @param sessionSecret the signing secret of sessions, the same on all instances; if blank, each
 *     instance has its own
 */
record KeySettings(
    @Nullable @Positive Integer failedAttempts,
    @Nullable @MinDuration(1) Duration within,
    @Nullable @MinDuration(1) Duration sessionLifetime,
    @Nullable String sessionSecret) {

  static KeySettings defaults() {
    return new KeySettings(null, null, null, null);
  }

  AttemptLimit attempts() {
    return new AttemptLimit(
        requireNonNullElse(failedAttempts, 100),
        requireNonNullElseGet(within, () -> Duration.minutes(1)).toJavaDuration());
  }

  Sessions sessions(InstantSource clock) {
    return new Sessions(
        Optional.ofNullable(sessionSecret),
        requireNonNullElseGet(sessionLifetime, () -> Duration.hours(12)).toJavaDuration(),
        clock);
  }
}
