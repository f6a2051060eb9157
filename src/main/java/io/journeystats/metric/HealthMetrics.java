package io.journeystats.metric;

import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import java.util.Arrays;
import java.util.List;

/**
 * The metrics of the Campaign health dashboard; source: the metrics specification, "Campaign
 * health".
 */
public final class HealthMetrics {
  public static final Metric MESSAGES_SENT =
      new Metric(
          "messages_sent",
          "Messages sent",
          "Messages sent in every channel, failed attempts included, and in-app messages shown.",
          new Sum(
              Arrays.stream(Channel.values())
                  .map(channel -> new MessageCounts(channel).sent())
                  .toList()));

  public static final Metric MESSAGES_OPENED =
      new Metric(
          "messages_opened",
          "Messages opened",
          "Push messages opened, emails opened by distinct users of a step, and WhatsApp messages"
              + " read.",
          new Sum(
              List.of(
                  ChannelMetrics.of(Channel.PUSH, "opened").formula(),
                  ChannelMetrics.of(Channel.EMAIL, "opened_unique").formula(),
                  ChannelMetrics.of(Channel.WHATSAPP, "read").formula())));

  public static final Metric MESSAGES_OPEN_RATE =
      new Metric(
          "messages_open_rate",
          "Open rate",
          "Messages opened as a share of the recipients of push, email and WhatsApp.",
          new Ratio(
              MESSAGES_OPENED.formula(),
              new Sum(
                  List.of(
                      new MessageCounts(Channel.PUSH).recipients(),
                      new MessageCounts(Channel.EMAIL).recipients(),
                      new MessageCounts(Channel.WHATSAPP).recipients()))));

  /** The key figures, in display order. */
  public static final List<Metric> ALL =
      List.of(
          AudienceMetrics.ENTRANCES,
          MESSAGES_SENT,
          MESSAGES_OPENED,
          MESSAGES_OPEN_RATE,
          AudienceMetrics.DROP_OFFS);

  private HealthMetrics() {}

  /** Messages sent in one channel, under the channel's key. */
  public static Metric messagesSent(Channel channel) {
    return new Metric(
        channel.key(),
        channel.title(),
        channel == Channel.IN_APP
            ? "In-app messages shown."
            : channel.title() + " messages sent, failed attempts included.",
        new MessageCounts(channel).sent());
  }

  /** Users who achieved one goal, under the goal's id. */
  public static Metric goalAchieved(Goal goal) {
    return new Metric(
        goal.id(),
        goal.name(),
        "Users who reached the goal, each once in the bucket.",
        GoalMetrics.of(goal).count().formula());
  }
}
