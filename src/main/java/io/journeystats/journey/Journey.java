package io.journeystats.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The current definition of a journey: one customer-journey campaign of a tenant.
 *
 * @param head everything but steps and goals
 * @param steps the steps of the canvas, in the author's order
 * @param goals the conversion goals, in the author's order
 */
public record Journey(JourneyHead head, List<Step> steps, List<Goal> goals) {

  /** Copies the lists. */
  public Journey {
    steps = List.copyOf(steps);
    goals = List.copyOf(goals);
  }

  /** Returns the id. */
  public JourneyId id() {
    return head.id();
  }

  /** Returns the title. */
  public String title() {
    return head.title();
  }

  /** Returns the marketer's own category, if any. */
  public Optional<String> category() {
    return head.category();
  }

  /** Returns how users enter the journey. */
  public JourneyType type() {
    return head.type();
  }

  /** Returns the status in the life cycle. */
  public JourneyStatus status() {
    return head.status();
  }

  /** Returns when the journey was created. */
  public Instant createdAt() {
    return head.createdAt();
  }

  /** Returns when the journey was first activated; empty before that. */
  public Optional<Instant> launchedAt() {
    return head.launchedAt();
  }

  /** Returns when the journey was finished or stopped; empty before that. */
  public Optional<Instant> endedAt() {
    return head.endedAt();
  }

  /** Returns the step with the given id; empty if the definition has none. */
  public Optional<Step> step(String stepId) {
    return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
  }

  /** Returns the goal with the given id; empty if the definition has none. */
  public Optional<Goal> goal(String goalId) {
    return goals.stream().filter(goal -> goal.id().equals(goalId)).findFirst();
  }
}
