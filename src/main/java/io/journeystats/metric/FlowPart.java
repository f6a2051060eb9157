package io.journeystats.metric;

import java.util.Optional;

/** A countable part of users' trips through a journey. */
public sealed interface FlowPart {

  /**
   * Trips that visit a step.
   *
   * @param step the id of the step
   */
  record Trips(String step) implements FlowPart {}

  /**
   * Visits to a step.
   *
   * @param step the id of the step
   */
  record Visits(String step) implements FlowPart {}

  /**
   * Trips that complete a step.
   *
   * @param step the id of the step
   */
  record Completed(String step) implements FlowPart {}

  /**
   * A passage from one point of a trip to the next.
   *
   * @param from the step before; empty for the start
   * @param next the visit or end that follows
   */
  record Passage(Optional<String> from, Next next) implements FlowPart {}

  /** The second half of a passage. */
  sealed interface Next {
    /**
     * A visit to a step.
     *
     * @param step the id of the step
     */
    record Visit(String step) implements Next {}

    /**
     * The end of the trip.
     *
     * @param end how it ends
     */
    record End(TripEnd end) implements Next {}
  }
}
