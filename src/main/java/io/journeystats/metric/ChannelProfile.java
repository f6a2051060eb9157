package io.journeystats.metric;

import static io.journeystats.event.EventType.MESSAGE_CLICKED;
import static io.journeystats.event.EventType.MESSAGE_DELIVERED;
import static io.journeystats.event.EventType.MESSAGE_INTERACTED;
import static io.journeystats.event.EventType.MESSAGE_OPENED;
import static io.journeystats.event.EventType.MESSAGE_READ;
import static io.journeystats.event.EventType.MESSAGE_SENT;
import static io.journeystats.event.EventType.MESSAGE_SHOWN;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The event types that mean sent, delivered, opened, clicked and interacted with in one channel.
 * Metrics, durations, attribution and CSV files read these meanings here and nowhere else; source:
 * the metrics specification, "Communications" and "Messages".
 *
 * @param channel the channel
 * @param sent the type of a message that reached the provider or, if the app shows messages itself,
 *     the screen
 * @param delivered the types that report a delivery
 * @param opened the type of an open; if it never occurs in the channel, opens are not reported
 * @param clicked the type of a click in a message
 * @param interactions the types that are interactions, which conversions may follow
 * @param openMetric the key of the channel metric that Campaign health counts as messages opened;
 *     empty if there is none
 */
public record ChannelProfile(
    Channel channel,
    EventType sent,
    Set<EventType> delivered,
    EventType opened,
    EventType clicked,
    Set<EventType> interactions,
    Optional<String> openMetric) {

  /** Copies the sets. */
  public ChannelProfile {
    delivered = Set.copyOf(delivered);
    interactions = Set.copyOf(interactions);
  }

  /** The profile of a channel. */
  public static ChannelProfile of(Channel channel) {
    return switch (channel) {
      case PUSH ->
          new ChannelProfile(
              channel,
              MESSAGE_SENT,
              Set.of(MESSAGE_DELIVERED),
              MESSAGE_OPENED,
              MESSAGE_CLICKED,
              Set.of(MESSAGE_OPENED, MESSAGE_CLICKED),
              Optional.of("opened"));
      case IN_APP ->
          new ChannelProfile(
              channel,
              MESSAGE_SHOWN,
              Set.of(MESSAGE_DELIVERED),
              MESSAGE_SHOWN,
              MESSAGE_INTERACTED,
              Set.of(MESSAGE_INTERACTED),
              Optional.empty());
      case EMAIL ->
          new ChannelProfile(
              channel,
              MESSAGE_SENT,
              Set.of(MESSAGE_DELIVERED),
              MESSAGE_OPENED,
              MESSAGE_CLICKED,
              Set.of(MESSAGE_OPENED, MESSAGE_CLICKED),
              Optional.of("opened_unique"));
      case SMS ->
          new ChannelProfile(
              channel,
              MESSAGE_SENT,
              Set.of(MESSAGE_DELIVERED),
              MESSAGE_OPENED,
              MESSAGE_CLICKED,
              Set.of(MESSAGE_DELIVERED, MESSAGE_CLICKED),
              Optional.empty());
      case WHATSAPP ->
          new ChannelProfile(
              channel,
              MESSAGE_SENT,
              // WhatsApp may report a read without a delivery, and a message that was read arrived.
              Set.of(MESSAGE_DELIVERED, MESSAGE_READ),
              MESSAGE_READ,
              MESSAGE_CLICKED,
              Set.of(MESSAGE_READ, MESSAGE_CLICKED),
              Optional.of("read"));
    };
  }

  /** The event types that mean sent in any channel. */
  static EventSelection sentInAnyChannel() {
    return inAnyChannel(ChannelProfile::sent);
  }

  /** The event types that are the first reaction to a message in any channel. */
  static EventSelection reactionInAnyChannel() {
    return inAnyChannel(ChannelProfile::reaction);
  }

  private static EventSelection inAnyChannel(Function<ChannelProfile, EventType> meaning) {
    return EventSelection.of(
        Arrays.stream(Channel.values())
            .map(channel -> meaning.apply(of(channel)))
            .distinct()
            .toArray(EventType[]::new));
  }

  /** The interactions of each channel, in display order. */
  public static List<EventSelection> interactionsByChannel() {
    return Arrays.stream(Channel.values())
        .map(channel -> of(channel).selectInteractions())
        .toList();
  }

  /** The events that are interactions with the channel's messages. */
  public EventSelection selectInteractions() {
    return EventSelection.of(interactions.toArray(EventType[]::new)).in(channel);
  }

  /** Whether the app shows the channel's messages itself, without a provider. */
  public boolean isShown() {
    return sent == MESSAGE_SHOWN;
  }

  /** Whether the channel reports opens. */
  public boolean hasOpens() {
    return opened.occursIn(channel);
  }

  /**
   * The type of a user's first reaction to a message: an open, or a click if the message opens when
   * it is shown.
   */
  public EventType reaction() {
    return isShown() ? clicked : opened;
  }

  /** The type of a delivery with a known time: a read implies a delivery, but not its time. */
  public EventType deliveryReport() {
    return MESSAGE_DELIVERED;
  }

  /** The type of a click on a link, which in-app messages have besides interactions. */
  public EventType linkClick() {
    return MESSAGE_CLICKED;
  }
}
