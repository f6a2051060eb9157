package io.journeystats.cli;

import java.time.Duration;

/**
 * How often, and after which pauses, a piece is sent again.
 *
 * @param attempts how often it is sent at most
 * @param first the first pause; each further one is twice as long
 * @param longest no pause is longer, unless the service asks for it
 */
public record Backoff(int attempts, Duration first, Duration longest) {
  private static final int MAXIMUM_DOUBLINGS = 20;

  /** A minute at the longest: an upload outlives a restart of the service. */
  public static Backoff of(int attempts) {
    return new Backoff(attempts, Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  /**
   * The pause after so many attempts.
   *
   * @param asked how long the service asked to be left alone
   */
  Duration pause(int attemptsSoFar, Duration asked) {
    int doublings = Math.clamp(attemptsSoFar - 1L, 0, MAXIMUM_DOUBLINGS);
    Duration own = first.multipliedBy(1L << doublings);
    Duration bounded = own.compareTo(longest) < 0 ? own : longest;
    return bounded.compareTo(asked) < 0 ? asked : bounded;
  }
}
