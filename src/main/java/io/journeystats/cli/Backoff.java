package io.journeystats.cli;

import java.time.Duration;

/**
 * An exponential backoff between the attempts to send a chunk.
 *
 * @param attempts the maximum number of attempts
 * @param first the first pause; each further pause is twice as long
 * @param longest the maximum pause, unless the service asks for a longer one
 */
public record Backoff(int attempts, Duration first, Duration longest) {
  private static final int MAXIMUM_DOUBLINGS = 20;

  /** A backoff of up to a minute, so that an upload survives a restart of the service. */
  public static Backoff of(int attempts) {
    return new Backoff(attempts, Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  /**
   * Returns the pause after a number of attempts.
   *
   * @param requested the pause that the service asked for
   */
  Duration pause(int attemptsSoFar, Duration requested) {
    int doublings = Math.clamp(attemptsSoFar - 1L, 0, MAXIMUM_DOUBLINGS);
    Duration own = first.multipliedBy(1L << doublings);
    Duration bounded = own.compareTo(longest) < 0 ? own : longest;
    return bounded.compareTo(requested) < 0 ? requested : bounded;
  }
}
