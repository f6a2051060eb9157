package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.metric.Formula.Lasted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A duration that can be measured; source: the specification of the analysis, "Durations". */
public enum DurationMeasure {
  TIME_TO_CONVERT(
      "Time to convert",
      "From the latest start of the goal's tracking to a user's first conversion in the period."),
  TIME_TO_DELIVER(
      "Time to deliver", "From the first send of a message to its first delivery, however late."),
  TIME_TO_OPEN(
      "Time to open",
      "From the first send of a message to the first time that it was opened (WhatsApp: read;"
          + " in-app: interacted with)."),
  TIME_TO_CLICK("Time to click", "From the first send of a message to the first click in it."),
  TIME_IN_STEP(
      "Time in the step",
      "From the user's latest entrance into the step to its completion, for each completion in the"
          + " period.");

  /** Those of messages. */
  public static final List<DurationMeasure> OF_MESSAGES =
      List.of(TIME_TO_DELIVER, TIME_TO_OPEN, TIME_TO_CLICK);

  private final String title;
  private final String definition;

  DurationMeasure(String title, String definition) {
    this.title = title;
    this.definition = definition;
  }

  /** Its name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The measure with that key. */
  public static Optional<DurationMeasure> find(String key) {
    return Arrays.stream(values()).filter(measure -> measure.key().equals(key)).findFirst();
  }

  /** What a measure of messages measures in a channel. */
  public TimeSpan of(Channel channel) {
    EventType sent = channel == Channel.IN_APP ? EventType.MESSAGE_SHOWN : EventType.MESSAGE_SENT;
    EventType answer =
        switch (this) {
          case TIME_TO_DELIVER -> EventType.MESSAGE_DELIVERED;
          case TIME_TO_OPEN ->
              switch (channel) {
                case WHATSAPP -> EventType.MESSAGE_READ;
                case IN_APP -> EventType.MESSAGE_INTERACTED;
                case PUSH, EMAIL, SMS -> EventType.MESSAGE_OPENED;
              };
          case TIME_TO_CLICK -> EventType.MESSAGE_CLICKED;
          case TIME_TO_CONVERT, TIME_IN_STEP ->
              throw new IllegalArgumentException("not of messages: " + this);
        };
    return new TimeSpan.OfMessage(
        EventSelection.of(sent).in(channel), EventSelection.of(answer).in(channel));
  }

  /** What it measures of anything, to describe it. */
  TimeSpan any() {
    return switch (this) {
      case TIME_TO_CONVERT -> new TimeSpan.ToConvert(MetricCatalogue.ANY_GOAL);
      case TIME_IN_STEP -> new TimeSpan.InStep(MetricCatalogue.ANY_STEP);
      case TIME_TO_DELIVER, TIME_TO_OPEN, TIME_TO_CLICK -> of(Channel.EMAIL);
    };
  }

  /** The values that are counted, and those that are negative, which nothing else counts. */
  public List<Metric> metrics(TimeSpan span) {
    return List.of(
        new Metric(key(), title, definition, new Lasted(span, false)),
        new Metric(
            key() + "_negative",
            title + ", negative",
            "Values of “" + title + "” below zero: what should come first has the later time.",
            new Lasted(span, true)));
  }
}
