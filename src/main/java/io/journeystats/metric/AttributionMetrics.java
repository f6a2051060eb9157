package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.metric.Attribution.Credit;
import io.journeystats.metric.Formula.Attributed;
import io.journeystats.metric.Formula.Converted;
import java.util.List;
import java.util.Set;

/**
 * What became of a goal's conversions beside a channel's messages: with the messages' own, these
 * add up to the goal's count.
 *
 * @param convertedUsers all of them
 * @param otherChannels those of messages of other channels
 * @param unattributed those that no touch went before
 */
public record AttributionMetrics(Metric convertedUsers, Metric otherChannels, Metric unattributed) {

  /** Those beside the messages of a channel. */
  public static AttributionMetrics of(Channel channel, Attribution attribution) {
    return new AttributionMetrics(
        new Metric(
            "converted_users",
            "Converted users",
            "Users who reached the goal in the period, each once, by their first conversion.",
            new Converted(Set.of(attribution.goal()))),
        new Metric(
            "other_channels",
            "Other channels",
            "Conversions that fall to messages of other channels.",
            new Attributed(attribution, new Credit.ToOtherThan(channel))),
        new Metric(
            "unattributed",
            "Unattributed",
            "Conversions that no touch of any message went before within the conversion period.",
            new Attributed(attribution, new Credit.ToNone())));
  }

  /** The conversions that fall to a message of a channel, as a column of its messages. */
  static Formula ofMessages(Channel channel, Attribution attribution) {
    return new Attributed(
        attribution, new Credit.To(EventSelection.about(EventType.Subject.MESSAGE).in(channel)));
  }

  /** All of them, in display order. */
  public List<Metric> all() {
    return List.of(convertedUsers, otherChannels, unattributed);
  }
}
