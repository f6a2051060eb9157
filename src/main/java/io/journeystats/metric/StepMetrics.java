package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.InState;
import java.util.List;

/**
 * The metrics of one step of a journey: how many came, are there and went. Users are at the step
 * that the user list shows as their last one; source: the domain specification, "Last step".
 */
public final class StepMetrics {
  public static final Metric IN_JOURNEY_NOW =
      new Metric(
          "in_journey_now",
          "In journey after it",
          "Users who are in the journey at this moment, whatever the period, and whose last step"
              + " this is: they completed it, and no later one yet.",
          new InState(UserState.IN_PROGRESS));

  /** All of them, in display order. */
  public static final List<Metric> ALL =
      List.of(
          new Metric(
              "entered",
              "Entered",
              "How many times users reached the step in the period.",
              new Count(EventSelection.of(EventType.STEP_ENTERED))),
          new Metric(
              "completed",
              "Completed",
              "How many times users completed the step in the period.",
              new Count(EventSelection.of(EventType.STEP_COMPLETED))),
          IN_JOURNEY_NOW,
          new Metric(
              "exits",
              "Exits",
              "How many times users completed or left the journey at this step in the period.",
              new Count(EventSelection.of(EventType.EXITED))),
          new Metric(
              "drop_offs",
              "Drop-offs",
              "How many times users were removed from the journey at this step by a technical"
                  + " problem in the period.",
              AudienceMetrics.DROP_OFFS.formula()));

  private StepMetrics() {}
}
