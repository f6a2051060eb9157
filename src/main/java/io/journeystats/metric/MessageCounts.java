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
import java.util.Set;

/**
 * The formulas that the metrics of one channel share; source: the metrics specification,
 * "Communications".
 *
 * @param channel the channel
 */
record MessageCounts(Channel channel) {

  /** The meanings of the channel's event types. */
  ChannelProfile profile() {
    return ChannelProfile.of(channel);
  }

  Formula count(EventType type) {
    return count(Set.of(type));
  }

  Formula count(Set<EventType> types) {
    return new Count(select(types));
  }

  Formula distinct(Subject subject, EventType type) {
    return distinct(subject, Set.of(type));
  }

  Formula distinct(Subject subject, Set<EventType> types) {
    return new Distinct(subject, select(types));
  }

  private EventSelection select(Set<EventType> types) {
    return EventSelection.of(types.toArray(EventType[]::new)).in(channel);
  }

  /** Messages that the provider accepted. */
  Formula recipients() {
    return count(EventType.MESSAGE_SENT);
  }

  /** Messages that the provider accepted, and failed attempts. */
  Formula attempts() {
    return new Sum(List.of(recipients(), count(EventType.MESSAGE_FAILED)));
  }

  /** Messages shown, if the app shows them itself; otherwise attempts. */
  Formula sent() {
    return profile().isShown() ? count(profile().sent()) : attempts();
  }

  Metric recipientsMetric() {
    return new Metric(
        "recipients",
        "Recipients",
        channel.title() + " messages that the provider accepted, excluding failed attempts.",
        recipients());
  }

  Metric sentMetric() {
    return new Metric(
        "sent", "Sent", channel.title() + " messages sent, including failed attempts.", attempts());
  }

  /** The number of messages that failed or were skipped. */
  Metric deliveryIssues() {
    return new Metric(
        "delivery_issues",
        "Delivery issues",
        channel.title() + " messages that failed or were skipped.",
        new Sum(List.of(count(EventType.MESSAGE_FAILED), count(EventType.MESSAGE_SKIPPED))));
  }

  /** The delivery issues as a share of the users who entered a step of the channel. */
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
