package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.metric.Formula.Lasted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A duration that the service measures; source: the analysis specification, "Durations". */
public enum DurationMeasure {
  TIME_TO_CONVERT(
      "Time to convert",
      "From the latest start of the goal's tracking to the user's first conversion in the"
          + " period."),
  TIME_TO_DELIVER(
      "Time to deliver",
      "From the first send of a message to its first delivery, even if that is after the period."),
  TIME_TO_OPEN(
      "Time to open",
      "From the first send of a message to its first open (WhatsApp: read; in-app: interaction)."),
  TIME_TO_CLICK("Time to click", "From the first send of a message to its first click."),
  TIME_IN_STEP(
      "Time in the step",
      "From the user's latest entry into the step to its completion, for each completion in the"
          + " period.");

  /** The measures of messages. */
  public static final List<DurationMeasure> OF_MESSAGES =
      List.of(TIME_TO_DELIVER, TIME_TO_OPEN, TIME_TO_CLICK);

  private final String title;
  private final String definition;

  DurationMeasure(String title, String definition) {
    this.title = title;
    this.definition = definition;
  }

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The measure with this key; empty if there is none. */
  public static Optional<DurationMeasure> find(String key) {
    return Arrays.stream(values()).filter(measure -> measure.key().equals(key)).findFirst();
  }

  /** The time span that a measure of messages measures in a channel. */
  public TimeSpan of(Channel channel) {
    ChannelProfile profile = ChannelProfile.of(channel);
    EventType answer =
        switch (this) {
          case TIME_TO_DELIVER -> profile.deliveryReport();
          case TIME_TO_OPEN -> profile.reaction();
          case TIME_TO_CLICK -> profile.linkClick();
          case TIME_TO_CONVERT, TIME_IN_STEP ->
              throw new IllegalArgumentException(this + " is not a measure of messages");
        };
    return new TimeSpan.OfMessage(
        EventSelection.of(profile.sent()).in(channel), EventSelection.of(answer).in(channel));
  }

  /** A sample time span, to describe the measure. */
  TimeSpan sample() {
    return switch (this) {
      case TIME_TO_CONVERT -> new TimeSpan.ToConvert(MetricCatalogue.ANY_GOAL);
      case TIME_IN_STEP -> new TimeSpan.InStep(MetricCatalogue.ANY_STEP);
      case TIME_TO_DELIVER, TIME_TO_OPEN, TIME_TO_CLICK -> of(Channel.EMAIL);
    };
  }

  /** The number of values, and the number of negative ones, which no statistic includes. */
  public List<Metric> metrics(TimeSpan span) {
    return List.of(
        new Metric(key(), title, definition, new Lasted(span, false)),
        new Metric(
            key() + "_negative",
            title + ", negative",
            "Values of “"
                + title
                + "” below zero, where the event that should come first has the later time.",
            new Lasted(span, true)));
  }
}
