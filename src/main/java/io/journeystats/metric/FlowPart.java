package io.journeystats.metric;

import java.util.Optional;

/** A part of users' trips through a journey that can be counted. */
public sealed interface FlowPart {

  /**
   * Trips that visit a step.
   *
   * @param step its id
   */
  record Trips(String step) implements FlowPart {}

  /**
   * Visits of a step.
   *
   * @param step its id
   */
  record Visits(String step) implements FlowPart {}

  /**
   * Trips in which a step was completed.
   *
   * @param step its id
   */
  record Completed(String step) implements FlowPart {}

  /**
   * What follows something on a path: a visit, or its end.
   *
   * @param from the step before; empty for the start
   * @param next what follows
   */
  record Passage(Optional<String> from, Next next) implements FlowPart {}

  /** What follows. */
  sealed interface Next {
    /**
     * The visit of a step.
     *
     * @param step its id
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
