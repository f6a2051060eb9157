package io.journeystats.demo;

import io.journeystats.journey.Channel;
import io.journeystats.journey.Step;
import io.journeystats.journey.StepKind;
import java.time.Duration;
import java.util.Optional;

/**
 * A step of a journey and what happens to customers there.
 *
 * @param step the step
 * @param action what happens
 */
record JourneyStage(Step step, Action action) {

  /** What happens to a customer at a step. */
  sealed interface Action {}

  /** Nothing that takes time. */
  record Pass() implements Action {}

  /** A message is sent; some are more appealing than others, 1 being the average. */
  record Send(Channel channel, double appeal) implements Action {}

  /** Time passes. */
  record Wait(Duration least, Duration most) implements Action {}

  /** Those who reacted to the last message skip the next step. */
  record SkipIfReacted() implements Action {}

  static JourneyStage entry(String name) {
    return plain("entry", name, StepKind.ENTRY, new Pass());
  }

  static JourneyStage exit(String name) {
    return plain("exit", name, StepKind.EXIT, new Pass());
  }

  static JourneyStage goal(String id, String name) {
    return plain(id, name, StepKind.GOAL, new Pass());
  }

  static JourneyStage other(String id, String name) {
    return plain(id, name, StepKind.OTHER, new Pass());
  }

  static JourneyStage reacted(String id, String name) {
    return plain(id, name, StepKind.CONDITION, new SkipIfReacted());
  }

  static JourneyStage hours(String id, String name, int least, int most) {
    Wait wait = new Wait(Duration.ofHours(least), Duration.ofHours(most));
    return plain(id, name, StepKind.WAIT, wait);
  }

  static JourneyStage message(String id, String name, Channel channel, double appeal) {
    return new JourneyStage(
        new Step(id, name, StepKind.MESSAGE, Optional.of(channel)), new Send(channel, appeal));
  }

  private static JourneyStage plain(String id, String name, StepKind kind, Action action) {
    return new JourneyStage(new Step(id, name, kind, Optional.empty()), action);
  }
}
