package io.journeystats.query;

import io.journeystats.journey.Channel;
import java.util.Map;

/**
 * Where the first conversions of users went.
 *
 * @param byMessage how many fall to each message that any does
 * @param unattributed how many fall to none
 */
public record AttributionAnswer(Map<Message, Long> byMessage, long unattributed) {
  /** Copies the map. */
  public AttributionAnswer {
    byMessage = Map.copyOf(byMessage);
  }

  /** All of them. */
  public long convertedUsers() {
    return unattributed + byMessage.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many fall to messages of other channels. */
  public long toOthersThan(Channel channel) {
    return byMessage.entrySet().stream()
        .filter(message -> message.getKey().channel() != channel)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * A message as a step sends it in a channel.
   *
   * @param channel the channel
   * @param step the step's id
   */
  public record Message(Channel channel, String step) {}
}
