package io.journeystats.demo;

import java.time.Duration;

/**
 * What a customer may do after reacting to a message.
 *
 * @param chance how many of those who reacted do it
 * @param soon how long they take on average
 * @param deed what they do
 */
record Response(double chance, Duration soon, Deed deed) {
  /** Something that a customer does outside the journey. */
  sealed interface Deed {}

  /** Buys something; the service evaluates goals from the event. */
  record Purchase() implements Deed {}

  /** Writes a review; the service evaluates goals from the event. */
  record Review() implements Deed {}

  /** Reaches a goal that the sender decides on. */
  record Reach(String goalId) implements Deed {}

  static Response buys(double chance, int hours) {
    return new Response(chance, Duration.ofHours(hours), new Purchase());
  }

  static Response reviews(double chance, int hours) {
    return new Response(chance, Duration.ofHours(hours), new Review());
  }

  static Response reaches(String goalId, double chance, int hours) {
    return new Response(chance, Duration.ofHours(hours), new Reach(goalId));
  }
}
