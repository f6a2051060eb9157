package io.journeystats.metric;

import io.journeystats.journey.Goal;

/** What takes time, one value for each time that it happened; source: "Durations" (analysis). */
public sealed interface TimeSpan {

  /**
   * From the latest start of tracking to a user's first conversion of the period.
   *
   * @param goal the goal as it is defined now
   */
  record ToConvert(Goal goal) implements TimeSpan {}

  /**
   * From the earliest send of a message to the earliest event that answers it, in either order.
   *
   * @param sends the events that send messages
   * @param answers the events that answer them
   */
  record OfMessage(EventSelection sends, EventSelection answers) implements TimeSpan {}

  /**
   * From a user's latest entrance into a step to the completion of it.
   *
   * @param step the step's id
   */
  record InStep(String step) implements TimeSpan {}
}
