package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import io.dropwizard.util.Duration;
import io.journeystats.tenant.AttemptLimit;
import io.journeystats.tenant.Sessions;
import jakarta.validation.constraints.Positive;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code keys} of the configuration, as written: how keys and sessions are dealt with.
 *
 * @param failedAttempts how often somebody may come with a key that is not known
 * @param within in which time
 * @param sessionLifetime how long a session lasts
 * @param sessionSecret what signs sessions, the same on all instances; blank for one of each
 *     instance's own
 */
record KeySettings(
    @Nullable @Positive Integer failedAttempts,
    @Nullable Duration within,
    @Nullable Duration sessionLifetime,
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
