package io.journeystats.metric;

import io.journeystats.metric.FlowPart.Next;
import io.journeystats.metric.FlowPart.Passage;
import io.journeystats.metric.Formula.Travelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The metrics of users' trips through a journey; source: the analysis specification, "Flow". */
public final class FlowMetrics {
  private FlowMetrics() {}

  /**
   * The metrics of one step, in display order.
   *
   * @param step the id of the step
   * @param steps the ids of all steps, in the order of the definition
   */
  public static List<Metric> of(String step, List<String> steps) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(
        new Metric(
            "trips",
            "Trips",
            "Trips that began in the period and visited the step.",
            new Travelled(new FlowPart.Trips(step), steps)));
    metrics.add(
        new Metric(
            "visits",
            "Visits",
            "Visits to the step on trips that began in the period.",
            new Travelled(new FlowPart.Visits(step), steps)));
    metrics.add(
        new Metric(
            "completed_trips",
            "Completed",
            "Trips that began in the period and completed the step.",
            new Travelled(new FlowPart.Completed(step), steps)));
    metrics.addAll(endsOf(step, steps));
    return List.copyOf(metrics);
  }

  /** The metrics of the ends of trips whose last visit is a step. */
  public static List<Metric> endsOf(String step, List<String> steps) {
    return List.of(
        end(
            step,
            steps,
            TripEnd.EXITED,
            "Exited here",
            "that ended when the user completed or left the journey."),
        end(
            step,
            steps,
            TripEnd.DROPPED,
            "Dropped here",
            "that ended when a technical problem removed the user."),
        end(step, steps, TripEnd.IN_PROGRESS, "In progress here", "that are still in progress."),
        end(
            step,
            steps,
            TripEnd.ENTERED_AGAIN,
            "Entered again from here",
            "that ended when the user entered again."));
  }

  private static Metric end(
      String step, List<String> steps, TripEnd end, String title, String how) {
    return new Metric(
        end.key(),
        title,
        "Trips that began in the period, whose last visit is the step, and " + how,
        new Travelled(new Passage(Optional.of(step), new Next.End(end)), steps));
  }

  /** The number of times that a visit or an end follows a step or the start. */
  public static Metric passages(Optional<String> from, Next next, List<String> steps) {
    return new Metric(
        "passages",
        "Passages",
        "Number of times the one follows the other on trips that began in the period.",
        new Travelled(new Passage(from, next), steps));
  }
}
