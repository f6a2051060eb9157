package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.DELIVERY_ISSUES;

import io.journeystats.journey.Channel;
import io.journeystats.metric.DeliveryIssueMetrics;
import io.journeystats.metric.OfMetrics;
import io.journeystats.metric.Values;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GroupKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a channel; the issues add up to the whole.
 *
 * @param period of which time
 * @param channel in which channel
 * @param deliveryIssues how many messages failed or were skipped
 * @param deliveryIssueRate their share of the users who entered a step of the channel
 * @param issues the same by reason, the largest first
 */
public record DeliveryIssues(
    ResolvedPeriod period,
    Channel channel,
    @OfMetrics(DELIVERY_ISSUES) @Nullable Number deliveryIssues,
    @OfMetrics(DELIVERY_ISSUES) @Nullable Number deliveryIssueRate,
    List<Issue> issues) {

  static DeliveryIssues of(JourneyStatistics statistics, Channel channel) {
    DeliveryIssueMetrics metrics = DeliveryIssueMetrics.of(channel);
    return statistics.answer(
        statistics
            .total(metrics.all())
            .with(
                statistics.by(new Breakdown.ByReason(), List.of(metrics.count())),
                (total, byReason) -> of(statistics.period(), channel, metrics, total, byReason)));
  }

  private static DeliveryIssues of(
      ResolvedPeriod period,
      Channel channel,
      DeliveryIssueMetrics metrics,
      Values total,
      Answer byReason) {
    return new DeliveryIssues(
        period,
        channel,
        total.of(metrics.count()),
        total.of(metrics.rate()),
        byReason.groups().keySet().stream()
            .map(GroupKey.Text.class::cast)
            .map(reason -> {
              // The base of every rate is the channel's, not the reason's.
              Values values = byReason.of(reason).orElse(total);
              return new Issue(
                  reason.text(), values.of(metrics.count()), values.of(metrics.rate()));
            })
            .sorted(Issue.LARGEST_FIRST)
            .toList());
  }

  /**
   * One reason.
   *
   * @param reason its code
   * @param count how many messages
   * @param rate their share of the users who entered a step of the channel
   */
  @Schema(name = "DeliveryIssue")
  public record Issue(
      String reason,
      @OfMetrics(value = DELIVERY_ISSUES, key = "delivery_issues") @Nullable Number count,
      @OfMetrics(value = DELIVERY_ISSUES, key = "delivery_issue_rate") @Nullable Number rate) {
    private static final Comparator<Issue> LARGEST_FIRST =
        Comparator.comparingLong(Issue::size)
            .reversed()
            .thenComparing(Issue::reason, ChannelTables.BY_CODE_POINT);

    private long size() {
      return count == null ? 0 : count.longValue();
    }
  }
}
