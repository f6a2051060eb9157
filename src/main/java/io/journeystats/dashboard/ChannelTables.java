package io.journeystats.dashboard;

import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Step;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.Formula.Attributed;
import io.journeystats.metric.MessageMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.Values;
import io.journeystats.query.Answer;
import io.journeystats.query.AttributionAnswer;
import io.journeystats.query.GroupKey;
import io.journeystats.query.StatsQuery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the Communications dashboard, which hold what the definition names and what events
 * name besides.
 */
final class ChannelTables {
  /** The order that the database has, too. */
  static final Comparator<String> BY_CODE_POINT =
      Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private ChannelTables() {}

  /** The channels of message steps and of events in the period, in display order. */
  static JointQuery<List<Channel>> channels(JourneyStatistics statistics) {
    return JointQuery.of(
            new StatsQuery.Channels(
                statistics.data(), statistics.journey().id(), statistics.period().range()))
        .map(withEvents ->
            Arrays.stream(Channel.values())
                .filter(channel ->
                    withEvents.contains(channel)
                        || messageSteps(statistics, channel).findAny().isPresent())
                .toList());
  }

  /**
   * One row per message step of the channel, also those without events and those that the
   * definition no longer has.
   *
   * @param attribution where each conversion counts for one message only
   */
  static MessageTable messages(
      JourneyStatistics statistics,
      Channel channel,
      Optional<Goal> goal,
      Optional<Attribution> attribution) {
    List<Metric> columns = columns(channel, goal, attribution);
    Metric events = MessageMetrics.events(channel);
    // What falls to one message only is a question of its own.
    List<Metric> asked =
        attribution.isPresent() ? MessageMetrics.of(channel, Optional.empty()) : columns;
    JourneyStatistics.BySteps found =
        statistics.bySteps(Stream.concat(asked.stream(), Stream.of(events)).toList(), attribution);
    Answer answer = found.numbers();
    Optional<AttributionAnswer> attributed = found.attribution();
    Map<String, Values> rows = new HashMap<>();
    answer
        .groups()
        .forEach((group, values) -> {
          // Others have nothing but interactions from before the period.
          if (!Objects.equals(values.of(events), 0L)) {
            rows.put(((GroupKey.Text) group).text(), values);
          }
        });
    messageSteps(statistics, channel)
        .forEach(step -> rows.putIfAbsent(step.id(), answer.of(new GroupKey.Text(step.id()))));
    attributed.ifPresent(conversions ->
        conversions
            .byMessage()
            .forEach((message, count) -> {
              if (message.channel() == channel) {
                Values others =
                    rows.getOrDefault(message.step(), answer.of(new GroupKey.Text(message.step())));
                rows.put(message.step(), converted(columns, count).orElse(others));
              }
            }));
    List<MessageRow> table =
        Stream.concat(
                messageSteps(statistics, channel).map(step -> new Named(step.id(), step.name())),
                unknownSteps(statistics, channel, rows.keySet()).map(id -> new Named(id, id)))
            .map(step -> row(step, rows.getOrDefault(step.id(), Values.NONE), columns))
            .toList();
    AttributionView view =
        attribution
            .map(rule -> AttributionView.of(rule, channel, attributed.orElseThrow()))
            .orElse(goal.isPresent() ? AttributionView.ANY : null);
    return new MessageTable(table, view);
  }

  /**
   * The name of a message, which the definition has or at least the events of the period.
   *
   * @throws NotFoundException where there is no such message
   */
  static String messageName(JourneyStatistics statistics, Channel channel, String stepId) {
    return messageSteps(statistics, channel)
        .filter(step -> step.id().equals(stepId))
        .map(Step::name)
        .findFirst()
        .or(() ->
            messages(statistics, channel, Optional.empty(), Optional.empty()).rows().stream()
                .filter(row -> row.stepId().equals(stepId))
                .map(MessageRow::name)
                .findFirst())
        .orElseThrow(
            () -> new NotFoundException("The channel has no message of a step with this id."));
  }

  /** The columns of the table. */
  static List<Metric> columns(
      Channel channel, Optional<Goal> goal, Optional<Attribution> attribution) {
    return attribution
        .map(rule -> MessageMetrics.of(channel, rule))
        .orElseGet(() -> MessageMetrics.of(channel, goal));
  }

  /** The answer to the column of conversions. */
  private static Values converted(List<Metric> columns, long count) {
    return new Values(
        columns.stream()
            .flatMap(column -> column.aggregates().stream())
            .filter(Attributed.class::isInstance)
            .distinct()
            .collect(Collectors.toMap(aggregate -> aggregate, _ -> count)));
  }

  /**
   * A channel's messages.
   *
   * @param rows a row for each
   * @param attribution how their conversions are counted; null without a goal
   */
  record MessageTable(List<MessageRow> rows, @Nullable AttributionView attribution) {}

  private static MessageRow row(Named step, Values values, List<Metric> columns) {
    return new MessageRow(step.id(), step.name(), MetricValues.of(values, columns));
  }

  private static Stream<Step> messageSteps(JourneyStatistics statistics, Channel channel) {
    return statistics.journey().steps().stream()
        .filter(step -> step.channel().filter(channel::equals).isPresent());
  }

  private static Stream<String> unknownSteps(
      JourneyStatistics statistics, Channel channel, Set<String> ids) {
    Set<String> known = messageSteps(statistics, channel).map(Step::id).collect(Collectors.toSet());
    return ids.stream().filter(id -> !known.contains(id)).sorted(BY_CODE_POINT);
  }

  private record Named(String id, String name) {}
}
