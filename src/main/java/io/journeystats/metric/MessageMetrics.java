package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.metric.Formula.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics of one message step, which are the columns of the Messages table; source: the metrics
 * specification, "Messages".
 */
public final class MessageMetrics {
  private final MessageCounts counts;
  private final ChannelProfile profile;
  private final Formula recipients;

  private MessageMetrics(Channel channel) {
    this.counts = new MessageCounts(channel);
    this.profile = ChannelProfile.of(channel);
    this.recipients = recipientUsers(channel).formula();
  }

  /**
   * The columns of a channel's Messages table.
   *
   * @param channel the channel
   * @param goal the goal whose conversions to measure; without one, its columns are undefined
   * @return the metrics in display order
   */
  public static List<Metric> of(Channel channel, Optional<Goal> goal) {
    return new MessageMetrics(channel)
        .columns(
            goal.<Formula>map(chosen ->
                    new ConvertedAfter(chosen, ChannelProfile.of(channel).selectInteractions()))
                .orElseGet(Undefined::new));
  }

  /** The columns of a channel's Messages table if each conversion counts for one message only. */
  public static List<Metric> of(Channel channel, Attribution attribution) {
    return new MessageMetrics(channel).columns(AttributionMetrics.credited(channel, attribution));
  }

  /** The number of message events of a channel, of any type. It shows which steps have events. */
  public static Metric events(Channel channel) {
    return new Metric(
        "events",
        "Events",
        "Message events of any type.",
        new Formula.Count(EventSelection.about(EventType.Subject.MESSAGE).in(channel)));
  }

  /** The users to whom a channel's message was sent, the base of its rates. */
  static Metric recipientUsers(Channel channel) {
    return new Metric(
        "recipient_users",
        "Recipients",
        "Users to whom the message was sent or shown.",
        new MessageCounts(channel).distinct(Subject.USER, ChannelProfile.of(channel).sent()));
  }

  private List<Metric> columns(Formula converted) {
    Formula opened =
        profile.hasOpens() ? counts.distinct(Subject.USER, profile.opened()) : new Undefined();
    Formula clicked = counts.distinct(Subject.USER, profile.clicked());
    List<Metric> columns = new ArrayList<>();
    columns.add(
        new Metric(
            "sent", "Sent", "Messages sent; for in-app, number of times shown.", counts.sent()));
    columns.add(recipientUsers(counts.channel()));
    columns.add(new Metric("opened_users", "Opened", "Users who opened the message.", opened));
    columns.add(share("open_rate", "Open rate", "Users who opened the message", opened));
    columns.add(
        new Metric("clicked_users", "Clicked", "Users who clicked in the message.", clicked));
    columns.add(share("click_rate", "Click rate", "Users who clicked in the message", clicked));
    columns.add(
        new Metric(
            "converted_users",
            "Goal conversion",
            converted instanceof Formula.Attributed
                ? "Users whose first conversion of the chosen goal is credited to the message by"
                    + " the chosen attribution."
                : "Users who reached the chosen goal within its conversion period after interacting"
                    + " with the message.",
            converted));
    columns.add(
        share(
            "goal_conversion_rate",
            "Goal conversion rate",
            "Users who reached the goal",
            converted));
    columns.addAll(reputation());
    return List.copyOf(columns);
  }

  /** The metrics of the sender's reputation, as far as the channel reports their events. */
  private List<Metric> reputation() {
    Map<EventType, Metric> metrics = new LinkedHashMap<>();
    metrics.put(
        EventType.MESSAGE_UNSUBSCRIBED,
        new Metric(
            "unsubscribed_users",
            "Unsubscribed",
            "Users who unsubscribed through the message.",
            counts.distinct(Subject.USER, EventType.MESSAGE_UNSUBSCRIBED)));
    metrics.put(
        EventType.MESSAGE_COMPLAINED,
        new Metric(
            "complained_users",
            "Complained",
            "Users who reported the message as spam.",
            counts.distinct(Subject.USER, EventType.MESSAGE_COMPLAINED)));
    metrics.put(
        EventType.MESSAGE_HARD_BOUNCED,
        new Metric(
            "hard_bounces",
            "Hard bounces",
            "Messages that could not be delivered for a permanent reason.",
            counts.count(EventType.MESSAGE_HARD_BOUNCED)));
    metrics.put(
        EventType.MESSAGE_SOFT_BOUNCED,
        new Metric(
            "soft_bounces",
            "Soft bounces",
            "Messages that could not be delivered for a temporary reason.",
            counts.count(EventType.MESSAGE_SOFT_BOUNCED)));
    metrics.keySet().removeIf(type -> !type.occursIn(counts.channel()));
    return List.copyOf(metrics.values());
  }

  private Metric share(String key, String title, String whom, Formula numerator) {
    Formula formula = numerator instanceof Undefined ? numerator : new Ratio(numerator, recipients);
    return new Metric(key, title, whom + ", as a share of its recipients.", formula);
  }
}
