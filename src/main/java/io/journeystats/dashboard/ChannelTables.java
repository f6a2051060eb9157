package io.journeystats.dashboard;

import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Step;
import io.journeystats.metric.MessageMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.stats.Answer;
import io.journeystats.stats.Breakdown;
import io.journeystats.stats.GroupKey;
import io.journeystats.stats.StatsQuery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  static List<Channel> channels(JourneyStatistics statistics) {
    Set<Channel> withEvents =
        statistics
            .statistics()
            .answer(
                new StatsQuery.Channels(
                    statistics.data(), statistics.journey().id(), statistics.period().range()));
    return Arrays.stream(Channel.values())
        .filter(channel ->
            withEvents.contains(channel) || messageSteps(statistics, channel).findAny().isPresent())
        .toList();
  }

  /**
   * A row a message step of the channel, also those without events and those that the definition no
   * longer has.
   */
  static List<MessageRow> messages(
      JourneyStatistics statistics, Channel channel, Optional<Goal> goal) {
    List<Metric> columns = MessageMetrics.of(channel, goal);
    Metric events = MessageMetrics.events(channel);
    Answer answer =
        statistics.by(
            new Breakdown.ByStep(), Stream.concat(columns.stream(), Stream.of(events)).toList());
    return Stream.concat(
            messageSteps(statistics, channel).map(step -> new Named(step.id(), step.name())),
            unknownSteps(statistics, channel, answer, events).map(id -> new Named(id, id)))
        .map(step -> row(step, answer, columns))
        .toList();
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
            messages(statistics, channel, Optional.empty()).stream()
                .filter(row -> row.stepId().equals(stepId))
                .map(MessageRow::name)
                .findFirst())
        .orElseThrow(
            () -> new NotFoundException("The channel has no message of a step with this id."));
  }

  private static MessageRow row(Named step, Answer answer, List<Metric> columns) {
    return new MessageRow(
        step.id(), step.name(), Figures.of(answer.of(new GroupKey.Text(step.id())), columns));
  }

  private static Stream<Step> messageSteps(JourneyStatistics statistics, Channel channel) {
    return statistics.journey().steps().stream()
        .filter(step -> step.channel().filter(channel::equals).isPresent());
  }

  private static Stream<String> unknownSteps(
      JourneyStatistics statistics, Channel channel, Answer answer, Metric events) {
    Set<String> known = messageSteps(statistics, channel).map(Step::id).collect(Collectors.toSet());
    return answer.groups().entrySet().stream()
        // Others have nothing but interactions from before the period.
        .filter(group -> !Objects.equals(group.getValue().of(events), 0L))
        .map(group -> ((GroupKey.Text) group.getKey()).text())
        .filter(id -> !known.contains(id))
        .sorted(BY_CODE_POINT);
  }

  private record Named(String id, String name) {}
}
