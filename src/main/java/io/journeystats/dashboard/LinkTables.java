package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.LINK;

import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Channel;
import io.journeystats.metric.Formula;
import io.journeystats.metric.LinkMetrics;
import io.journeystats.metric.OfMetrics;
import io.journeystats.metric.Values;
import io.journeystats.query.LinkOrder;
import io.journeystats.query.MessageLinks;
import io.journeystats.query.StatsQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The links of a message, and how often each was clicked. */
final class LinkTables {
  /** What a link takes, in numbers: its address may be long. */
  private static final int NUMBERS_OF_LINK = 24;

  private LinkTables() {}

  /**
   * The order of that name.
   *
   * @throws InvalidInputException where there is none
   */
  static LinkOrder order(@Nullable String sort) {
    return sort == null
        ? LinkOrder.USUAL
        : LinkOrder.find(sort)
            .orElseThrow(() ->
                new InvalidInputException(
                    "sort",
                    "must be one of "
                        + LinkOrder.ALL.stream()
                            .map(LinkOrder::key)
                            .collect(Collectors.joining(", "))));
  }

  /** What is asked of the events about the links of a message. */
  static StatsQuery.Links query(
      JourneyStatistics statistics, Channel channel, String stepId, LinkOrder order, int limit) {
    return new StatsQuery.Links(
        statistics.data(),
        statistics.journey().id(),
        statistics.period().range(),
        channel,
        stepId,
        order,
        limit);
  }

  static Links links(
      JourneyStatistics statistics, Channel channel, String stepId, LinkOrder order, int limit) {
    statistics.room().take((long) NUMBERS_OF_LINK * limit);
    LinkMetrics metrics = LinkMetrics.of(channel).at(stepId);
    return statistics.answer(
        statistics
            .total(List.of(metrics.recipientUsers(), metrics.clickedUsers()))
            .with(
                JointQuery.of(query(statistics, channel, stepId, order, limit)),
                (message, found) ->
                    links(statistics.period(), metrics, channel, stepId, message, found)));
  }

  private static Links links(
      ResolvedPeriod period,
      LinkMetrics metrics,
      Channel channel,
      String stepId,
      Values message,
      MessageLinks found) {
    long shown = found.links().stream().mapToLong(MessageLinks.Link::clicks).sum();
    return new Links(
        period,
        channel,
        stepId,
        message.of(metrics.recipientUsers()),
        message.of(metrics.clickedUsers()),
        found.links().stream().map(link -> row(link, message, metrics)).toList(),
        found.clicks() - shown);
  }

  private static LinkRow row(MessageLinks.Link link, Values message, LinkMetrics metrics) {
    Values ofLink =
        new Values(
                Map.of(
                    (Formula.Aggregate) metrics.clicks().formula(),
                    link.clicks(),
                    (Formula.Aggregate) metrics.clickedUsers().formula(),
                    link.users()))
            .orElse(message);
    return new LinkRow(
        link.url().isEmpty() ? null : link.url(),
        ofLink.of(metrics.clicks()),
        ofLink.of(metrics.clickedUsers()),
        ofLink.of(metrics.clickRate()));
  }

  /** The links of a message; its clicks are those of the links and the others. */
  @Schema(name = "MessageLinks")
  record Links(
      ResolvedPeriod period,
      Channel channel,
      String stepId,
      @OfMetrics(LINK) @Nullable Number recipientUsers,
      @OfMetrics(LINK) @Nullable Number clickedUsers,
      List<LinkRow> links,
      @Schema(description = "Clicks on links beyond the limit.") long otherClicks) {}

  /** One link. */
  @Schema(name = "MessageLink")
  record LinkRow(
      @Schema(description = "Its address; null for the clicks that name none.")
          @Nullable String linkUrl,
      @OfMetrics(LINK) @Nullable Number clicks,
      @OfMetrics(LINK) @Nullable Number clickedUsers,
      @OfMetrics(LINK) @Nullable Number clickRate) {}
}
