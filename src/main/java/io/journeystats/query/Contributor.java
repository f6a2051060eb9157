package io.journeystats.query;

import io.journeystats.metric.UserState;
import io.journeystats.query.JourneyUser.LastStep;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the users who contribute to a number.
 *
 * @param userId the person
 * @param events how many of the number's events are this user's, each once
 * @param firstAt the first of them
 * @param lastAt the last of them
 * @param standing the user's status in the journey
 */
public record Contributor(
    String userId, long events, Instant firstAt, Instant lastAt, Status standing) {

  /**
   * A user's status in a journey as of now.
   *
   * @param hwid the device of the latest event that names one; empty where none does
   * @param state the state; empty where the user never entered
   * @param lastStep the step where the user is, or where they left
   */
  public record Status(Optional<String> hwid, Optional<UserState> state, LastStep lastStep) {
    /** Of whom nothing is known but the events. */
    public static final Status UNKNOWN =
        new Status(Optional.empty(), Optional.empty(), new LastStep.NoStep());
  }
}
