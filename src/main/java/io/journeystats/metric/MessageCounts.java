package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.metric.Formula.Sum;
import java.util.List;
import java.util.Locale;

/**
 * The formulas of one channel that its metrics share; source: the metrics specification,
 * "Communications".
 *
 * @param channel the channel
 */
record MessageCounts(Channel channel) {

  Formula count(EventType type) {
    return new Count(EventSelection.of(type).in(channel));
  }

  Formula distinct(Subject subject, EventType... types) {
    return new Distinct(subject, EventSelection.of(types).in(channel));
  }

  /** What the provider took. */
  Formula recipients() {
    return count(EventType.MESSAGE_SENT);
  }

  /** What the provider took and what failed. */
  Formula attempts() {
    return new Sum(List.of(recipients(), count(EventType.MESSAGE_FAILED)));
  }

  /** What in-app messages were seen, and what was sent in every other channel. */
  Formula sent() {
    return channel == Channel.IN_APP ? count(EventType.MESSAGE_SHOWN) : attempts();
  }

  Metric recipientsMetric() {
    return new Metric(
        "recipients",
        "Recipients",
        channel.title() + " messages that the provider took: sent less the failed attempts.",
        recipients());
  }

  Metric sentMetric() {
    return new Metric(
        "sent", "Sent", channel.title() + " messages sent, failed attempts included.", attempts());
  }

  /** Failed and skipped messages. */
  Metric deliveryIssues() {
    return new Metric(
        "delivery_issues",
        "Delivery issues",
        channel.title() + " messages that failed or were skipped.",
        new Sum(List.of(count(EventType.MESSAGE_FAILED), count(EventType.MESSAGE_SKIPPED))));
  }

  /** Delivery issues as a share of the users who reached a step of the channel. */
  Metric deliveryIssueRate() {
    return new Metric(
        "delivery_issue_rate",
        "Delivery issue rate",
        "Delivery issues as a share of the users who entered any " + channel.title() + " step.",
        new Ratio(deliveryIssues().formula(), distinct(Subject.USER, EventType.STEP_ENTERED)));
  }

  Metric rate(String key, String title, Metric numerator, Metric denominator) {
    return new Metric(
        key,
        title,
        numerator.title() + " as a share of " + denominator.title().toLowerCase(Locale.ROOT) + ".",
        new Ratio(numerator.formula(), denominator.formula()));
  }
}
