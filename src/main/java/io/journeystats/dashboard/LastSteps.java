package io.journeystats.dashboard;

import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.query.JourneyUser.LastStep;

/** Users' last steps in words; source: the domain specification, "Last step". */
final class LastSteps {
  private LastSteps() {}

  /** The step by its name in the journey's definition. */
  static String name(LastStep lastStep, Journey journey) {
    return switch (lastStep) {
      case LastStep.CancelEvent(var eventName) -> LastStep.CancelEvent.WORDS + eventName;
      case LastStep.AtStep(var stepId) -> journey.step(stepId).map(Step::name).orElse(stepId);
      case LastStep.NoStep() -> "";
    };
  }
}
