package io.journeystats.metric;

import io.journeystats.journey.Goal;

/**
 * A time span between two kinds of events, which has one value per occurrence; source: the analysis
 * specification, "Durations".
 */
public sealed interface TimeSpan {

  /**
   * The time from the latest start of tracking to a user's first conversion in the period.
   *
   * @param goal the goal as it is defined now
   */
  record ToConvert(Goal goal) implements TimeSpan {}

  /**
   * The time from the earliest send of a message to the earliest reply event; it is negative if the
   * reply has the earlier time.
   *
   * @param sends the events that send messages
   * @param answers the events that reply to them, such as deliveries or clicks
   */
  record OfMessage(EventSelection sends, EventSelection answers) implements TimeSpan {}

  /**
   * The time from a user's latest entry into a step to its completion.
   *
   * @param step the id of the step
   */
  record InStep(String step) implements TimeSpan {}
}
