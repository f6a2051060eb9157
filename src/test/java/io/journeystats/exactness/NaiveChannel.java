package io.journeystats.exactness;

import static io.journeystats.exactness.NaiveCounts.count;
import static io.journeystats.exactness.NaiveCounts.messages;
import static io.journeystats.exactness.NaiveCounts.pairs;
import static io.journeystats.exactness.NaiveCounts.rate;
import static io.journeystats.exactness.NaiveCounts.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The metrics of one channel over some events, all of them of that channel. */
record NaiveChannel(String channel, List<NaiveEvent> events) {
  static final List<String> ALL = List.of("push", "in_app", "email", "sms", "whatsapp");

  /** The channel's part of the events. */
  static NaiveChannel of(String channel, List<NaiveEvent> events) {
    return new NaiveChannel(channel, events.stream().filter(event -> event.isIn(channel)).toList());
  }

  /** The channel's metrics. */
  ObjectNode metrics() {
    return switch (channel) {
      case "push" -> push();
      case "in_app" -> inApp();
      case "email" -> email();
      case "sms" -> sms();
      case "whatsapp" -> whatsapp();
      default -> throw new IllegalArgumentException(channel);
    };
  }

  /** "Series of each of its count metrics": those that are no rate. */
  ObjectNode countMetrics() {
    ObjectNode metrics = metrics();
    metrics.properties().removeIf(metric -> metric.getKey().endsWith("_rate"));
    return metrics;
  }

  private ObjectNode push() {
    ObjectNode metrics = Json.object();
    metrics.put("sent", sent());
    metrics.put("recipients", recipients());
    metrics.put("opened", opened());
    metrics.set("open_rate", rate(opened(), recipients()));
    return withDeliveryIssues(metrics);
  }

  private ObjectNode inApp() {
    ObjectNode metrics = Json.object();
    metrics.put("impressions", impressions());
    metrics.put("interactions", interactions());
    metrics.set("interaction_rate", rate(interactions(), impressions()));
    metrics.put("skips", skips());
    return withDeliveryIssues(metrics);
  }

  private ObjectNode email() {
    ObjectNode metrics = Json.object();
    metrics.put("delivered", delivered());
    metrics.set("delivery_rate", rate(delivered(), recipients()));
    metrics.put("unique_delivered", uniqueDelivered());
    metrics.set("unique_delivery_rate", rate(uniqueDelivered(), recipients()));
    metrics.put("sent", sent());
    metrics.put("recipients", recipients());
    metrics.put("opened_unique", openedUnique());
    metrics.set("unique_open_rate", rate(openedUnique(), recipients()));
    metrics.put("clicked", clicked());
    metrics.set("click_rate", rate(clicked(), recipients()));
    metrics.put("unsubscribed", unsubscribed());
    metrics.set("unsubscribe_rate", rate(unsubscribed(), recipients()));
    metrics.put("hard_bounces", hardBounces());
    metrics.set("hard_bounce_rate", rate(hardBounces(), recipients()));
    metrics.put("soft_bounces", softBounces());
    metrics.set("soft_bounce_rate", rate(softBounces(), recipients()));
    metrics.put("complaints", complaints());
    metrics.set("complaint_rate", rate(complaints(), recipients()));
    return withDeliveryIssues(metrics);
  }

  private ObjectNode sms() {
    ObjectNode metrics = Json.object();
    metrics.put("sent", sent());
    metrics.put("delivered", delivered());
    metrics.set("delivery_rate", rate(delivered(), sent()));
    return withDeliveryIssues(metrics);
  }

  private ObjectNode whatsapp() {
    ObjectNode metrics = Json.object();
    metrics.put("sent", sent());
    metrics.put("recipients", recipients());
    metrics.put("delivered", deliveredOrRead());
    metrics.set("delivery_rate", rate(deliveredOrRead(), recipients()));
    metrics.put("read", read());
    metrics.set("read_rate", rate(read(), recipients()));
    return withDeliveryIssues(metrics);
  }

  private ObjectNode withDeliveryIssues(ObjectNode metrics) {
    metrics.put("delivery_issues", deliveryIssues());
    metrics.set("delivery_issue_rate", rate(deliveryIssues(), stepUsers()));
    return metrics;
  }

  /** "step_users = users(step_entered with that channel)". */
  long stepUsers() {
    return users(events, "step_entered");
  }

  /** "failed = |message_failed|". */
  private long failed() {
    return count(events, "message_failed");
  }

  /** "skipped = |message_skipped|". */
  private long skipped() {
    return count(events, "message_skipped");
  }

  /** "delivery_issues = failed + skipped". */
  long deliveryIssues() {
    return failed() + skipped();
  }

  /** "sent = |message_sent| + failed (in every channel that has it)". */
  private long sent() {
    return count(events, "message_sent") + failed();
  }

  /** What health and the messages call sent: "in_app: impressions". */
  long messagesSent() {
    return channel.equals("in_app") ? impressions() : sent();
  }

  /** "recipients = |message_sent|". */
  long recipients() {
    return count(events, "message_sent");
  }

  /** "opened = messages(message_opened)". */
  long opened() {
    return messages(events, "message_opened");
  }

  /** "impressions = |message_shown|". */
  long impressions() {
    return count(events, "message_shown");
  }

  /** "interactions = |message_interacted|". */
  long interactions() {
    return count(events, "message_interacted");
  }

  /** "skips = |message_dismissed|". */
  private long skips() {
    return count(events, "message_dismissed");
  }

  /** "delivered = |message_delivered|". */
  private long delivered() {
    return count(events, "message_delivered");
  }

  /** "unique_delivered = users(message_delivered)". */
  private long uniqueDelivered() {
    return users(events, "message_delivered");
  }

  /** "opened_unique = pairs(message_opened)". */
  long openedUnique() {
    return pairs(events, "message_opened");
  }

  /** "clicked = pairs(message_clicked)". */
  long clicked() {
    return pairs(events, "message_clicked");
  }

  /** "unsubscribed = pairs(message_unsubscribed)". */
  long unsubscribed() {
    return pairs(events, "message_unsubscribed");
  }

  /** "hard_bounces = |…|". */
  private long hardBounces() {
    return count(events, "message_hard_bounced");
  }

  /** "soft_bounces = |…|". */
  private long softBounces() {
    return count(events, "message_soft_bounced");
  }

  /** "complaints = pairs(message_complained)". */
  private long complaints() {
    return pairs(events, "message_complained");
  }

  /** "delivered = messages(message_delivered or message_read)". */
  private long deliveredOrRead() {
    return messages(events, "message_delivered", "message_read");
  }

  /** "read = messages(message_read)". */
  long read() {
    return messages(events, "message_read");
  }
}
