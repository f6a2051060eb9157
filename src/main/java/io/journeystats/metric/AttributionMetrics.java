package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.metric.Attribution.Credit;
import io.journeystats.metric.Formula.Attributed;
import io.journeystats.metric.Formula.Converted;
import java.util.List;
import java.util.Set;

/**
 * The metrics of the attribution of a goal's conversions that complete a channel's Messages table:
 * the conversions credited to its messages, to other channels and to no message add up to all.
 *
 * @param convertedUsers all converted users
 * @param otherChannels conversions credited to messages of other channels
 * @param unattributed conversions without a preceding touch
 */
public record AttributionMetrics(Metric convertedUsers, Metric otherChannels, Metric unattributed) {

  /** The metrics for a channel. */
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
            "Conversions credited to messages of other channels.",
            new Attributed(attribution, new Credit.ToOtherThan(channel))),
        new Metric(
            "unattributed",
            "Unattributed",
            "Conversions without a touch of any message in the conversion period before them.",
            new Attributed(attribution, new Credit.ToNone())));
  }

  /** The conversions credited to a channel's messages. */
  static Formula credited(Channel channel, Attribution attribution) {
    return new Attributed(
        attribution, new Credit.To(EventSelection.about(EventType.Subject.MESSAGE).in(channel)));
  }

  /** All three, in display order. */
  public List<Metric> all() {
    return List.of(convertedUsers, otherChannels, unattributed);
  }
}
