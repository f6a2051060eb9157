package io.journeystats.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One customer-journey campaign of a tenant, as it is defined now.
 *
 * @param head all but steps and goals
 * @param steps the points of its canvas, in the author's order
 * @param goals its conversion goals, in the author's order
 */
public record Journey(JourneyHead head, List<Step> steps, List<Goal> goals) {

  /** Copies the lists. */
  public Journey {
    steps = List.copyOf(steps);
    goals = List.copyOf(goals);
  }

  /** The journey's id. */
  public JourneyId id() {
    return head.id();
  }

  /** Its title for people. */
  public String title() {
    return head.title();
  }

  /** The marketer's own category; empty where none was given. */
  public Optional<String> category() {
    return head.category();
  }

  /** How users come in. */
  public JourneyType type() {
    return head.type();
  }

  /** Where it is in its life cycle. */
  public JourneyStatus status() {
    return head.status();
  }

  /** When it was created. */
  public Instant createdAt() {
    return head.createdAt();
  }

  /** When it was first activated; empty before. */
  public Optional<Instant> launchedAt() {
    return head.launchedAt();
  }

  /** When it was finished or stopped; empty before. */
  public Optional<Instant> endedAt() {
    return head.endedAt();
  }

  /** The step with that id, empty where the definition lacks it. */
  public Optional<Step> step(String stepId) {
    return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
  }

  /** The goal with that id, empty where the definition lacks it. */
  public Optional<Goal> goal(String goalId) {
    return goals.stream().filter(goal -> goal.id().equals(goalId)).findFirst();
  }
}
