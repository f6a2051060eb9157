package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule that credits each converted user's first conversion of the period to at most one message;
 * source: the analysis specification, "Attribution".
 *
 * @param goal the goal as it is defined now
 * @param model which of several touches is credited
 * @param touch what counts as a touch
 * @param steps the ids of the steps in the order of the definition, which decides ties
 */
public record Attribution(Goal goal, AttributionModel model, Touch touch, List<String> steps) {
  /** Copies the list. */
  public Attribution {
    steps = List.copyOf(steps);
    if (model == AttributionModel.ANY) {
      throw new IllegalArgumentException(
          "an attribution credits one touch, and the model any credits all");
    }
  }

  /** The kind of events that count as touches. */
  public enum Touch {
    /** An interaction of the channel. */
    INTERACTION,
    /** Opened, read or interacted with; in the absence of these, sent or shown. */
    OPENED_ELSE_SENT;

    /** The name on the wire. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The touch with this key; empty if there is none. */
    public static Optional<Touch> find(String key) {
      return Arrays.stream(values()).filter(touch -> touch.key().equals(key)).findFirst();
    }

    /** The preferred touches: events that any of these selections matches. */
    public List<EventSelection> preferred() {
      return switch (this) {
        case INTERACTION -> ChannelProfile.interactionsByChannel();
        case OPENED_ELSE_SENT -> List.of(ChannelProfile.reactionInAnyChannel());
      };
    }

    /** The touches that count only in the absence of preferred ones; empty if there are none. */
    public Optional<EventSelection> otherwise() {
      return switch (this) {
        case INTERACTION -> Optional.empty();
        case OPENED_ELSE_SENT -> Optional.of(ChannelProfile.sentInAnyChannel());
      };
    }
  }

  /** The recipient of the credit for a conversion. */
  public sealed interface Credit {
    /**
     * A message.
     *
     * @param messages the message's channel and, to select a single message, its step
     */
    record To(EventSelection messages) implements Credit {}

    /**
     * A message of another channel.
     *
     * @param channel the channel that is left out
     */
    record ToOtherThan(Channel channel) implements Credit {}

    /** No message. */
    record ToNone() implements Credit {}
  }
}
