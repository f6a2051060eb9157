package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.metric.Formula.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The metrics of one message step, the columns of the Messages table; source: the metrics
 * specification.
 */
public final class MessageMetrics {
  private final MessageCounts counts;
  private final Formula recipients;

  private MessageMetrics(Channel channel) {
    this.counts = new MessageCounts(channel);
    this.recipients = recipientUsers(channel).formula();
  }

  /**
   * The columns of a channel's Messages table.
   *
   * @param channel the channel
   * @param goal the goal to measure conversions of; its columns are undefined without one
   * @return the metrics in display order
   */
  public static List<Metric> of(Channel channel, Optional<Goal> goal) {
    return new MessageMetrics(channel)
        .columns(
            goal.<Formula>map(chosen -> new ConvertedAfter(chosen, interactions(channel)))
                .orElseGet(Undefined::new));
  }

  /** The same where each conversion counts for one message only. */
  public static List<Metric> of(Channel channel, Attribution attribution) {
    return new MessageMetrics(channel).columns(AttributionMetrics.ofMessages(channel, attribution));
  }

  /**
   * How many message events of a channel there are, of whatever type: tells which steps have any.
   */
  public static Metric events(Channel channel) {
    return new Metric(
        "events",
        "Events",
        "Message events of any type.",
        new Formula.Count(EventSelection.about(EventType.Subject.MESSAGE).in(channel)));
  }

  /** The users to whom a channel's message went, the base of its rates. */
  static Metric recipientUsers(Channel channel) {
    return new Metric(
        "recipient_users",
        "Recipients",
        "Users to whom the message went.",
        new MessageCounts(channel)
            .distinct(
                Subject.USER,
                channel == Channel.IN_APP ? EventType.MESSAGE_SHOWN : EventType.MESSAGE_SENT));
  }

  private List<Metric> columns(Formula converted) {
    Channel channel = counts.channel();
    Formula opened = opened();
    Formula clicked =
        counts.distinct(
            Subject.USER,
            channel == Channel.IN_APP ? EventType.MESSAGE_INTERACTED : EventType.MESSAGE_CLICKED);
    List<Metric> columns = new ArrayList<>();
    columns.add(
        new Metric(
            "sent", "Sent", "Messages sent; for in-app, how often it was shown.", counts.sent()));
    columns.add(recipientUsers(channel));
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
                ? "Users whose first conversion of the chosen goal falls to the message, by the"
                    + " chosen attribution."
                : "Users who reached the chosen goal within its conversion period after interacting"
                    + " with the message.",
            converted));
    columns.add(
        share(
            "goal_conversion_rate",
            "Goal conversion rate",
            "Users who reached the goal",
            converted));
    if (channel == Channel.EMAIL) {
      columns.addAll(ofEmail());
    }
    return List.copyOf(columns);
  }

  /** What senders of mail have to keep low. */
  private List<Metric> ofEmail() {
    return List.of(
        new Metric(
            "unsubscribed_users",
            "Unsubscribed",
            "Users who unsubscribed from the message.",
            counts.distinct(Subject.USER, EventType.MESSAGE_UNSUBSCRIBED)),
        new Metric(
            "complained_users",
            "Complained",
            "Users who reported the message as spam.",
            counts.distinct(Subject.USER, EventType.MESSAGE_COMPLAINED)),
        new Metric(
            "hard_bounces",
            "Hard bounces",
            "Messages that were refused for good.",
            counts.count(EventType.MESSAGE_HARD_BOUNCED)),
        new Metric(
            "soft_bounces",
            "Soft bounces",
            "Messages that were refused for the time being.",
            counts.count(EventType.MESSAGE_SOFT_BOUNCED)));
  }

  private Metric share(String key, String title, String whom, Formula numerator) {
    Formula formula = numerator instanceof Undefined ? numerator : new Ratio(numerator, recipients);
    return new Metric(key, title, whom + ", as a share of its recipients.", formula);
  }

  private Formula opened() {
    return switch (counts.channel()) {
      case PUSH, EMAIL -> counts.distinct(Subject.USER, EventType.MESSAGE_OPENED);
      case WHATSAPP -> counts.distinct(Subject.USER, EventType.MESSAGE_READ);
      case IN_APP -> recipients;
      case SMS -> new Undefined();
    };
  }

  /** The events by which users interact with a channel's messages. */
  public static EventSelection interactions(Channel channel) {
    EventSelection selection =
        switch (channel) {
          case PUSH, EMAIL ->
              EventSelection.of(EventType.MESSAGE_OPENED, EventType.MESSAGE_CLICKED);
          case SMS -> EventSelection.of(EventType.MESSAGE_DELIVERED, EventType.MESSAGE_CLICKED);
          case WHATSAPP -> EventSelection.of(EventType.MESSAGE_READ, EventType.MESSAGE_CLICKED);
          case IN_APP -> EventSelection.of(EventType.MESSAGE_INTERACTED);
        };
    return selection.in(channel);
  }
}
