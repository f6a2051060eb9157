package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journey's definition, read from the JSON that creates it. */
record NaiveJourney(String id, List<NaiveStep> steps, List<NaiveGoal> goals) {

  /** One point on the journey's canvas. */
  record NaiveStep(String id, String name, String kind, Optional<String> channel) {
    boolean isMessageOf(String someChannel) {
      return kind.equals("message") && channel.equals(Optional.of(someChannel));
    }
  }

  static NaiveJourney read(JsonNode definition) {
    List<NaiveStep> steps = new ArrayList<>();
    for (JsonNode step : definition.path("steps")) {
      steps.add(
          new NaiveStep(
              step.get("id").textValue(),
              step.get("name").textValue(),
              step.get("kind").textValue(),
              Json.text(step, "channel")));
    }
    List<NaiveGoal> goals = new ArrayList<>();
    for (JsonNode goal : definition.path("goals")) {
      goals.add(NaiveGoal.read(goal));
    }
    return new NaiveJourney(
        definition.get("id").textValue(), List.copyOf(steps), List.copyOf(goals));
  }

  /** "A step id missing from the definition shows as the id itself." */
  String stepName(String stepId) {
    return steps.stream()
        .filter(step -> step.id().equals(stepId))
        .map(NaiveStep::name)
        .findFirst()
        .orElse(stepId);
  }

  /** "Position of the step in the definition with unknown steps last". */
  int position(String stepId) {
    for (int position = 0; position < steps.size(); position++) {
      if (steps.get(position).id().equals(stepId)) {
        return position;
      }
    }
    return steps.size();
  }

  NaiveGoal goal(String goalId) {
    return goals.stream().filter(goal -> goal.id().equals(goalId)).findFirst().orElseThrow();
  }
}
