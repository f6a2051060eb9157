package io.journeystats.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A journey as the API shows it.
 *
 * @param id the journey's id
 * @param title its title for people
 * @param category the marketer's own category, if any
 * @param type how users come in
 * @param status where it is in its life cycle
 * @param createdAt when it was created
 * @param launchedAt when it was first activated, if it was
 * @param endedAt when it was finished or stopped, if it was
 * @param steps the points of its canvas
 * @param goals its conversion goals, written as they are sent
 */
record JourneyView(
    JourneyId id,
    String title,
    Optional<String> category,
    JourneyType type,
    JourneyStatus status,
    Instant createdAt,
    Optional<Instant> launchedAt,
    Optional<Instant> endedAt,
    List<JourneyForm.StepForm> steps,
    List<JourneyForm.GoalForm> goals) {

  static JourneyView of(Journey journey) {
    return new JourneyView(
        journey.id(),
        journey.title(),
        journey.category(),
        journey.type(),
        journey.status(),
        journey.createdAt(),
        journey.launchedAt(),
        journey.endedAt(),
        journey.steps().stream().map(JourneyForm.StepForm::of).toList(),
        journey.goals().stream().map(JourneyForm.GoalForm::of).toList());
  }
}
