package io.journeystats.query;

import io.journeystats.metric.UserState;
import java.time.Instant;
import java.util.Optional;

/**
 * One user of a journey, a row of the user list; source: the metrics specification, "Audience".
 *
 * @param userId the person
 * @param hwid the device of the latest event that names one; empty where none does
 * @param state the state now
 * @param lastStep where the user stands or left
 * @param entrances how often the user entered in the period
 * @param lastEnteredAt the last entrance in the period
 * @param updatedAt the latest lifecycle or step event
 */
public record JourneyUser(
    String userId,
    Optional<String> hwid,
    UserState state,
    LastStep lastStep,
    long entrances,
    Instant lastEnteredAt,
    Instant updatedAt) {

  /** Where a user stands or left, before the step's id is turned into its name. */
  public sealed interface LastStep {
    /** An event of the tenant's own ended the journey for the user. */
    record CancelEvent(String eventName) implements LastStep {
      /** What stands before the event's name. */
      public static final String WORDS = "Exit by Cancel event: ";
    }

    /** The step last completed, or left at. */
    record AtStep(String stepId) implements LastStep {}

    /** No step yet since the last entrance. */
    record NoStep() implements LastStep {}
  }
}
