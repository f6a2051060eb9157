package io.journeystats.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One customer-journey campaign of a tenant, as it is defined now.
 *
 * @param id the journey's id
 * @param title its title for people
 * @param category the marketer's own category; empty where none was given
 * @param type how users come in
 * @param status where it is in its life cycle
 * @param createdAt when it was created
 * @param launchedAt when it was first activated; empty before
 * @param endedAt when it was finished or stopped; empty before
 * @param steps the points of its canvas, in the author's order
 * @param goals its conversion goals, in the author's order
 */
public record Journey(
    JourneyId id,
    String title,
    Optional<String> category,
    JourneyType type,
    JourneyStatus status,
    Instant createdAt,
    Optional<Instant> launchedAt,
    Optional<Instant> endedAt,
    List<Step> steps,
    List<Goal> goals) {

  /** Copies the lists. */
  public Journey {
    steps = List.copyOf(steps);
    goals = List.copyOf(goals);
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
