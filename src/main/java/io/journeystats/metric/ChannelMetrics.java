package io.journeystats.metric;

import static io.journeystats.event.EventType.MESSAGE_COMPLAINED;
import static io.journeystats.event.EventType.MESSAGE_DISMISSED;
import static io.journeystats.event.EventType.MESSAGE_HARD_BOUNCED;
import static io.journeystats.event.EventType.MESSAGE_SOFT_BOUNCED;
import static io.journeystats.event.EventType.MESSAGE_UNSUBSCRIBED;
import static io.journeystats.metric.Formula.Subject.MESSAGE;
import static io.journeystats.metric.Formula.Subject.STEP_AND_USER;
import static io.journeystats.metric.Formula.Subject.USER;
import static java.util.Objects.requireNonNull;

import io.journeystats.journey.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of each channel on the Communications dashboard; source: the metrics specification,
 * "Communications".
 */
public final class ChannelMetrics {
  private static final Map<Channel, List<Metric>> BY_CHANNEL = new EnumMap<>(Channel.class);

  static {
    for (Channel channel : Channel.values()) {
      MessageCounts counts = new MessageCounts(channel);
      BY_CHANNEL.put(
          channel,
          switch (channel) {
            case PUSH -> push(counts);
            case IN_APP -> inApp(counts);
            case EMAIL -> email(counts);
            case SMS -> sms(counts);
            case WHATSAPP -> whatsapp(counts);
          });
    }
  }

  private ChannelMetrics() {}

  /** The channel's metrics, in display order. */
  public static List<Metric> of(Channel channel) {
    return requireNonNull(BY_CHANNEL.get(channel));
  }

  /** The channel's metrics that are counts; its chart can show these. */
  public static List<Metric> countsOf(Channel channel) {
    return of(channel).stream().filter(metric -> metric.unit() == Metric.Unit.COUNT).toList();
  }

  /** The channel's metric with this key. */
  static Metric of(Channel channel, String key) {
    return of(channel).stream()
        .filter(metric -> metric.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<Metric> push(MessageCounts counts) {
    Metric recipients = counts.recipientsMetric();
    Metric opened =
        new Metric(
            "opened",
            "Opened",
            "Push messages that were opened, each counted once.",
            counts.distinct(MESSAGE, counts.profile().opened()));
    return List.of(
        counts.sentMetric(),
        recipients,
        opened,
        counts.rate("open_rate", "Open rate", opened, recipients),
        counts.deliveryIssues(),
        counts.deliveryIssueRate());
  }

  private static List<Metric> inApp(MessageCounts counts) {
    Metric impressions =
        new Metric(
            "impressions",
            "Impressions",
            "Number of times in-app messages were shown.",
            counts.count(counts.profile().sent()));
    Metric interactions =
        new Metric(
            "interactions",
            "Interactions",
            "Number of times users interacted with in-app messages.",
            counts.count(counts.profile().clicked()));
    Metric skips =
        new Metric(
            "skips",
            "Skips",
            "Number of times users dismissed in-app messages.",
            counts.count(MESSAGE_DISMISSED));
    return List.of(
        impressions,
        interactions,
        counts.rate("interaction_rate", "Interaction rate", interactions, impressions),
        skips,
        counts.deliveryIssues(),
        counts.deliveryIssueRate());
  }

  private static List<Metric> email(MessageCounts counts) {
    Metric recipients = counts.recipientsMetric();
    Metric delivered =
        new Metric(
            "delivered",
            "Delivered",
            "Emails delivered, including several to the same user.",
            counts.count(counts.profile().delivered()));
    Metric uniqueDelivered =
        new Metric(
            "unique_delivered",
            "Unique delivered",
            "Users to whom at least one email was delivered.",
            counts.distinct(USER, counts.profile().delivered()));
    Metric opened =
        new Metric(
            "opened_unique",
            "Opened unique",
            "Users who opened an email, counted once per email step.",
            counts.distinct(STEP_AND_USER, counts.profile().opened()));
    Metric clicked =
        new Metric(
            "clicked",
            "Clicked",
            "Users who clicked a link in an email, counted once per email step.",
            counts.distinct(STEP_AND_USER, counts.profile().clicked()));
    Metric unsubscribed =
        new Metric(
            "unsubscribed",
            "Unsubscribed",
            "Users who unsubscribed through an email, counted once per email step.",
            counts.distinct(STEP_AND_USER, MESSAGE_UNSUBSCRIBED));
    Metric hardBounces =
        new Metric(
            "hard_bounces",
            "Hard bounces",
            "Emails that could not be delivered for a permanent reason.",
            counts.count(MESSAGE_HARD_BOUNCED));
    Metric softBounces =
        new Metric(
            "soft_bounces",
            "Soft bounces",
            "Emails that could not be delivered for a temporary reason.",
            counts.count(MESSAGE_SOFT_BOUNCED));
    Metric complaints =
        new Metric(
            "complaints",
            "Complaints",
            "Users who marked an email as spam, counted once per email step.",
            counts.distinct(STEP_AND_USER, MESSAGE_COMPLAINED));
    return List.of(
        delivered,
        counts.rate("delivery_rate", "Delivery rate", delivered, recipients),
        uniqueDelivered,
        counts.rate("unique_delivery_rate", "Unique delivery rate", uniqueDelivered, recipients),
        counts.sentMetric(),
        recipients,
        opened,
        counts.rate("unique_open_rate", "Unique open rate", opened, recipients),
        clicked,
        counts.rate("click_rate", "Click rate", clicked, recipients),
        unsubscribed,
        counts.rate("unsubscribe_rate", "Unsubscribe rate", unsubscribed, recipients),
        hardBounces,
        counts.rate("hard_bounce_rate", "Hard bounce rate", hardBounces, recipients),
        softBounces,
        counts.rate("soft_bounce_rate", "Soft bounce rate", softBounces, recipients),
        complaints,
        counts.rate("complaint_rate", "Complaint rate", complaints, recipients),
        counts.deliveryIssues(),
        counts.deliveryIssueRate());
  }

  private static List<Metric> sms(MessageCounts counts) {
    Metric sent = counts.sentMetric();
    Metric delivered =
        new Metric(
            "delivered",
            "Delivered",
            "SMS messages reported as delivered.",
            counts.count(counts.profile().delivered()));
    return List.of(
        sent,
        delivered,
        counts.rate("delivery_rate", "Delivery rate", delivered, sent),
        counts.deliveryIssues(),
        counts.deliveryIssueRate());
  }

  private static List<Metric> whatsapp(MessageCounts counts) {
    Metric recipients = counts.recipientsMetric();
    Metric delivered =
        new Metric(
            "delivered",
            "Delivered",
            "WhatsApp messages reported as delivered or read, each counted once.",
            counts.distinct(MESSAGE, counts.profile().delivered()));
    Metric read =
        new Metric(
            "read",
            "Read",
            "WhatsApp messages that were read, each counted once.",
            counts.distinct(MESSAGE, counts.profile().opened()));
    return List.of(
        counts.sentMetric(),
        recipients,
        delivered,
        counts.rate("delivery_rate", "Delivery rate", delivered, recipients),
        read,
        counts.rate("read_rate", "Read rate", read, recipients),
        counts.deliveryIssues(),
        counts.deliveryIssueRate());
  }
}
