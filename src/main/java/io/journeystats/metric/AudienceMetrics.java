package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Sum;
import java.util.List;

/** The metrics of the Audience dashboard; source: the metrics specification, "Audience". */
public final class AudienceMetrics {
  public static final Metric ENTRANCES =
      new Metric(
          "entrances",
          "Entrances",
          "Number of times users entered the journey in the period, including repeated entries.",
          new Count(EventSelection.of(EventType.ENTERED)));

  public static final Metric IN_JOURNEY_NOW =
      new Metric(
          "in_journey_now",
          "In journey now",
          "Users who are in the journey at this moment; the period does not apply.",
          new InState(UserState.IN_PROGRESS));

  public static final Metric EXITS =
      new Metric(
          "exits",
          "Exits",
          "Number of times users completed or left the journey in the period.",
          new Count(EventSelection.of(EventType.EXITED)));

  public static final Metric INTERNAL_ERRORS =
      new Metric(
          "internal_errors",
          "Internal errors",
          "Drop-offs caused by an error in the journey's own logic or conditions.",
          new Count(EventSelection.of(EventType.DROPPED).because("internal_error")));

  public static final Metric SENDING_ERRORS =
      new Metric(
          "sending_errors",
          "Sending errors",
          "Drop-offs caused by a message that could not be sent.",
          new Count(EventSelection.of(EventType.DROPPED).because("sending_error")));

  public static final Metric DROP_OFFS =
      new Metric(
          "drop_offs",
          "Drop-offs",
          "Number of times a technical problem removed users from the journey: internal and sending"
              + " errors.",
          new Sum(List.of(INTERNAL_ERRORS.formula(), SENDING_ERRORS.formula())));

  /** All metrics, in display order. */
  public static final List<Metric> ALL =
      List.of(ENTRANCES, IN_JOURNEY_NOW, EXITS, INTERNAL_ERRORS, SENDING_ERRORS, DROP_OFFS);

  private AudienceMetrics() {}
}
