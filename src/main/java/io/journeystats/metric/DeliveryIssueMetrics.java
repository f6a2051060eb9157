package io.journeystats.metric;

import io.journeystats.journey.Channel;
import java.util.List;

/**
 * The metrics of a channel's delivery issues, in total and per reason; source: the metrics
 * specification, "Delivery issues".
 *
 * @param count the number of failed and skipped messages
 * @param rate the issues as a share of the users who entered a step of the channel
 */
public record DeliveryIssueMetrics(Metric count, Metric rate) {

  /** The delivery issue metrics of a channel. */
  public static DeliveryIssueMetrics of(Channel channel) {
    MessageCounts counts = new MessageCounts(channel);
    return new DeliveryIssueMetrics(counts.deliveryIssues(), counts.deliveryIssueRate());
  }

  /** Both, in display order. */
  public List<Metric> all() {
    return List.of(count, rate);
  }
}
