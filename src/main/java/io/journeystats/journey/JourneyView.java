package io.journeystats.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The API representation of a journey.
 *
 * @param id the id
 * @param title the title
 * @param category the marketer's own category, if any
 * @param type how users enter the journey
 * @param status the status in the life cycle
 * @param createdAt when it was created
 * @param launchedAt when it was first activated, if it was
 * @param endedAt when it was finished or stopped, if it was
 * @param steps the steps of the canvas
 * @param goals the conversion goals, in the form of requests
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
