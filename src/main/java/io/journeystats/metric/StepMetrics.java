package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.InState;
import java.util.List;

/**
 * The metrics of one step of a journey. A user is at the step that the user list shows as their
 * last one; source: the domain specification, "Last step".
 */
public final class StepMetrics {
  public static final Metric IN_JOURNEY_NOW =
      new Metric(
          "in_journey_now",
          "In journey after it",
          "Users who are in the journey at this moment and completed this step last; the period"
              + " does not apply.",
          new InState(UserState.IN_PROGRESS));

  /** All metrics, in display order. */
  public static final List<Metric> ALL =
      List.of(
          new Metric(
              "entered",
              "Entered",
              "Number of times users reached the step in the period.",
              new Count(EventSelection.of(EventType.STEP_ENTERED))),
          new Metric(
              "completed",
              "Completed",
              "Number of times users completed the step in the period.",
              new Count(EventSelection.of(EventType.STEP_COMPLETED))),
          IN_JOURNEY_NOW,
          new Metric(
              "exits",
              "Exits",
              "Number of times users completed or left the journey at this step in the period.",
              new Count(EventSelection.of(EventType.EXITED))),
          new Metric(
              "drop_offs",
              "Drop-offs",
              "Number of times a technical problem removed users from the journey at this step in"
                  + " the period.",
              AudienceMetrics.DROP_OFFS.formula()));

  private StepMetrics() {}
}
