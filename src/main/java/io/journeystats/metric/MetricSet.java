package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A set of metrics that one part of an answer contains under their keys. */
public enum MetricSet {
  AUDIENCE,
  JOURNEY_LIST,
  PERFORMANCE,
  GOAL,
  CHANNEL,
  CHANNEL_COUNTS,
  MESSAGE,
  LINK,
  ATTRIBUTION,
  STEP,
  FLOW_STEP,
  FLOW_ENDS,
  PASSAGES,
  DURATIONS,
  DELIVERY_ISSUES,
  HEALTH,
  HEALTH_POINT,
  MESSAGES_SENT,
  DROP_OFFS;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the keys of the set differ between channels. */
  public boolean isByChannel() {
    return this == CHANNEL || this == CHANNEL_COUNTS || this == MESSAGE;
  }

  /**
   * The metrics in an answer about a channel; the channel is ignored by sets that do not depend on
   * it. A key occurs twice if its formula depends on the query.
   */
  public List<Metric> of(Channel channel) {
    return switch (this) {
      case AUDIENCE -> AudienceMetrics.ALL;
      case JOURNEY_LIST ->
          List.of(
              AudienceMetrics.ENTRANCES,
              AudienceMetrics.IN_JOURNEY_NOW,
              GoalMetrics.goalsReached(List.of(MetricCatalogue.ANY_GOAL)));
      case PERFORMANCE, HEALTH_POINT -> List.of(AudienceMetrics.ENTRANCES);
      case GOAL -> GoalMetrics.of(MetricCatalogue.ANY_GOAL).all();
      case CHANNEL -> ChannelMetrics.of(channel);
      case CHANNEL_COUNTS -> ChannelMetrics.countsOf(channel);
      case MESSAGE ->
          Stream.of(Optional.of(MetricCatalogue.ANY_GOAL), MetricCatalogue.NO_GOAL)
              .flatMap(goal -> MessageMetrics.of(channel, goal).stream())
              .toList();
      case LINK ->
          Stream.concat(
                  Stream.of(MessageMetrics.recipientUsers(channel)),
                  LinkMetrics.of(channel).ofLink().stream())
              .toList();
      case ATTRIBUTION -> AttributionMetrics.of(channel, MetricCatalogue.ANY_ATTRIBUTION).all();
      case STEP -> StepMetrics.ALL;
      case FLOW_STEP -> FlowMetrics.of(MetricCatalogue.ANY_STEP, List.of());
      case FLOW_ENDS -> FlowMetrics.endsOf(MetricCatalogue.ANY_STEP, List.of());
      case PASSAGES ->
          List.of(
              FlowMetrics.passages(
                  Optional.empty(), new FlowPart.Next.Visit(MetricCatalogue.ANY_STEP), List.of()));
      case DURATIONS ->
          Arrays.stream(DurationMeasure.values())
              .map(measure -> measure.metrics(measure.sample()).getFirst())
              .toList();
      case DELIVERY_ISSUES -> DeliveryIssueMetrics.of(channel).all();
      case HEALTH -> HealthMetrics.ALL;
      case MESSAGES_SENT ->
          Arrays.stream(Channel.values()).map(HealthMetrics::messagesSent).toList();
      case DROP_OFFS -> List.of(AudienceMetrics.INTERNAL_ERRORS, AudienceMetrics.SENDING_ERRORS);
    };
  }

  /** The metrics in answers about all channels. */
  public List<Metric> all() {
    return Arrays.stream(Channel.values())
        .flatMap(channel -> of(channel).stream())
        .distinct()
        .toList();
  }
}
