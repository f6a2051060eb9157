package io.journeystats.metric;

import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The metrics of the Campaign health dashboard; source: the metrics specification, "Campaign
 * health".
 */
public final class HealthMetrics {
  public static final Metric MESSAGES_SENT =
      new Metric(
          "messages_sent",
          "Messages sent",
          "Messages sent in all channels, including failed attempts, and in-app messages shown.",
          new Sum(
              Arrays.stream(Channel.values())
                  .map(channel -> new MessageCounts(channel).sent())
                  .toList()));

  public static final Metric MESSAGES_OPENED =
      new Metric(
          "messages_opened",
          "Messages opened",
          "Push messages opened, emails opened (each user once per email step) and WhatsApp"
              + " messages read.",
          new Sum(withOpens((channel, key) -> ChannelMetrics.of(channel, key).formula())));

  public static final Metric MESSAGES_OPEN_RATE =
      new Metric(
          "messages_open_rate",
          "Open rate",
          "Messages opened, as a share of the recipients of push, email and WhatsApp messages.",
          new Ratio(
              MESSAGES_OPENED.formula(),
              new Sum(withOpens((channel, _) -> new MessageCounts(channel).recipients()))));

  /** The key figures, in display order. */
  public static final List<Metric> ALL =
      List.of(
          AudienceMetrics.ENTRANCES,
          MESSAGES_SENT,
          MESSAGES_OPENED,
          MESSAGES_OPEN_RATE,
          AudienceMetrics.DROP_OFFS);

  private HealthMetrics() {}

  /** A formula for each channel that reports opens, given the key of its metric of them. */
  private static List<Formula> withOpens(BiFunction<Channel, String, Formula> formula) {
    return Arrays.stream(Channel.values())
        .flatMap(channel ->
            ChannelProfile.of(channel).openMetric().stream()
                .map(key -> formula.apply(channel, key)))
        .toList();
  }

  /** The messages sent in one channel, under the channel's key. */
  public static Metric messagesSent(Channel channel) {
    return new Metric(
        channel.key(),
        channel.title(),
        ChannelProfile.of(channel).isShown()
            ? channel.title() + " messages shown."
            : channel.title() + " messages sent, including failed attempts.",
        new MessageCounts(channel).sent());
  }

  /** The users who reached one goal, under the goal's id. */
  public static Metric goalAchieved(Goal goal) {
    return new Metric(
        goal.id(),
        goal.name(),
        "Users who reached the goal, each once per bucket.",
        GoalMetrics.of(goal).count().formula());
  }
}
