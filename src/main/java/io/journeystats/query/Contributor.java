package io.journeystats.query;

import io.journeystats.metric.UserState;
import io.journeystats.query.JourneyUser.LastStep;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the users who stand behind a number.
 *
 * @param userId the person
 * @param events how many of the number's events are this user's, each once
 * @param firstAt the first of them
 * @param lastAt the last of them
 * @param standing how the user stands in the journey
 */
public record Contributor(
    String userId, long events, Instant firstAt, Instant lastAt, Standing standing) {

  /**
   * How a user stands in a journey as of now.
   *
   * @param hwid the device of the latest event that names one; empty where none does
   * @param state the state; empty where the user never entered
   * @param lastStep where the user stands or left
   */
  public record Standing(Optional<String> hwid, Optional<UserState> state, LastStep lastStep) {
    /** Of whom nothing is known but the events. */
    public static final Standing UNKNOWN =
        new Standing(Optional.empty(), Optional.empty(), new LastStep.NoStep());
  }
}
