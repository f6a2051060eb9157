package io.journeystats.query;

import io.journeystats.journey.JourneyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The journeys that one user is in or was in.
 *
 * @param journeys in no particular order
 */
public record JourneysOfUser(List<Participation> journeys) {
  /** Copies the list. */
  public JourneysOfUser {
    journeys = List.copyOf(journeys);
  }

  /**
   * A user in a journey.
   *
   * @param journey the journey
   * @param standing how the user stands there; the state is known
   * @param entrances how often the user entered
   * @param lastEnteredAt when last; empty where the user never did
   */
  public record Participation(
      JourneyId journey,
      Contributor.Standing standing,
      long entrances,
      Optional<Instant> lastEnteredAt) {}
}
