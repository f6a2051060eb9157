package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule that gives each converted user's first conversion of the period to one message at most;
 * source: the specification of the analysis, "Attribution".
 *
 * @param goal the goal as it is defined now
 * @param model which touch of several gets it
 * @param touch what counts as a touch
 * @param steps the ids of the steps in the order of the definition, which decides ties
 */
public record Attribution(Goal goal, AttributionModel model, Touch touch, List<String> steps) {
  /** Copies the list. */
  public Attribution {
    steps = List.copyOf(steps);
    if (model == AttributionModel.ANY) {
      throw new IllegalArgumentException("every touch gets it, so none is chosen");
    }
  }

  /** What counts as a touch. */
  public enum Touch {
    /** An interaction of the channel. */
    INTERACTION,
    /** Opened, read or interacted with; only where there is none, sent or shown. */
    OPENED_ELSE_SENT;

    /** Its name on the wire. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The touch with that key. */
    public static Optional<Touch> find(String key) {
      return Arrays.stream(values()).filter(touch -> touch.key().equals(key)).findFirst();
    }

    /** The events that are preferred; a touch is any of these. */
    public List<EventSelection> preferred() {
      return switch (this) {
        case INTERACTION ->
            Arrays.stream(Channel.values()).map(MessageMetrics::interactions).toList();
        case OPENED_ELSE_SENT ->
            List.of(
                EventSelection.of(
                    EventType.MESSAGE_OPENED,
                    EventType.MESSAGE_READ,
                    EventType.MESSAGE_INTERACTED));
      };
    }

    /** The events that count where there is none of the preferred ones. */
    public Optional<EventSelection> otherwise() {
      return switch (this) {
        case INTERACTION -> Optional.empty();
        case OPENED_ELSE_SENT ->
            Optional.of(EventSelection.of(EventType.MESSAGE_SENT, EventType.MESSAGE_SHOWN));
      };
    }
  }

  /** Where a conversion went. */
  public sealed interface Credit {
    /**
     * To a message.
     *
     * @param messages its channel and, where only one is meant, its step
     */
    record To(EventSelection messages) implements Credit {}

    /**
     * To a message of another channel.
     *
     * @param channel than this one
     */
    record ToOtherThan(Channel channel) implements Credit {}

    /** To no message. */
    record ToNone() implements Credit {}
  }
}
