package io.journeystats.dashboard;

import io.journeystats.csv.Cell;
import io.journeystats.csv.CsvFile;
import io.journeystats.csv.CsvTable;
import io.journeystats.csv.FileName;
import io.journeystats.csv.InMemoryTable;
import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.ChannelMetrics;
import io.journeystats.metric.LinkMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.TripEnd;
import io.journeystats.metric.UserState;
import io.journeystats.query.LinkOrder;
import io.journeystats.sql.StreamedTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a journey's dashboards as files: the same statistics with another output. Columns
 * are called as in JSON.
 *
 * @param statistics of which journey, in which period
 * @param streamed makes those of any number of rows
 */
public record JourneyTables(JourneyStatistics statistics, StreamedTables streamed) {

  /** The users who entered in the period; the filters are those of the user list. */
  public CsvFile users(String search, Optional<UserState> state) {
    return file(
        streamed.users(
            statistics.data(), statistics.journey(), statistics.period().range(), search, state),
        "users");
  }

  /** The goals with their numbers. */
  public CsvFile goals() {
    List<List<Cell>> rows =
        PerformanceResource.performance(statistics).goals().stream()
            .map(JourneyTables::goal)
            .toList();
    return file(
        new InMemoryTable(
            List.of(
                "id",
                "name",
                "count",
                "conversion_rate",
                "conditions",
                "conversion_period_days",
                "conversions",
                "values"),
            rows),
        "goals");
  }

  private static List<Cell> goal(PerformanceResource.GoalPerformance goal) {
    return List.of(
        new Cell.Text(goal.id()),
        new Cell.Text(goal.name()),
        Cell.number(goal.count()),
        Cell.number(goal.conversionRate()),
        Cell.text(Optional.ofNullable(goal.conditions()).map(ConditionsView::inWords)),
        new Cell.Count(goal.conversionPeriodDays()),
        Cell.number(goal.conversions()),
        Cell.text(Optional.of(GoalWorth.inWords(goal.values())).filter(text -> !text.isEmpty())));
  }

  /**
   * Who reached a goal in the period.
   *
   * @throws NotFoundException where the journey has no such goal
   */
  public CsvFile conversions(String goalId) {
    Goal goal =
        statistics
            .journey()
            .goal(goalId)
            .orElseThrow(() -> new NotFoundException("The journey has no goal with this id."));
    return file(
        streamed.conversions(
            statistics.data(), statistics.journey(), statistics.period().range(), goal),
        goal.name());
  }

  /** What follows what on the trips that start in the period. */
  public CsvFile flow() {
    List<List<Cell>> rows =
        statistics.flow().edges().stream()
            .map(edge ->
                List.of(
                    Cell.text(Optional.ofNullable(edge.from())),
                    Cell.text(Optional.ofNullable(edge.to())),
                    Cell.text(Optional.ofNullable(edge.end()).map(TripEnd::key)),
                    Cell.number(edge.count())))
            .toList();
    return file(new InMemoryTable(List.of("from", "to", "end", "count"), rows), "flow");
  }

  /**
   * The values of a duration, a row for each bar of the histogram.
   *
   * @throws io.journeystats.http.InvalidInputException where none is meant
   */
  public CsvFile durationHistogram(DurationParameters duration, SeriesInterval interval) {
    List<List<Cell>> rows =
        durations(duration, interval).histogram().stream()
            .map(bar -> List.of(Cell.number(bar.upToMs()), new Cell.Count(bar.count())))
            .toList();
    return file(new InMemoryTable(List.of("up_to_ms", "count"), rows), name(duration));
  }

  /**
   * The same, a row for each bucket of the series.
   *
   * @throws io.journeystats.http.InvalidInputException where none is meant
   */
  public CsvFile durationSeries(DurationParameters duration, SeriesInterval interval) {
    List<List<Cell>> rows =
        durations(duration, interval).series().stream()
            .map(point ->
                List.of(
                    new Cell.Moment(point.start().toInstant()),
                    new Cell.Count(point.count()),
                    Cell.number(point.p50Ms()),
                    Cell.number(point.p95Ms())))
            .toList();
    return file(
        new InMemoryTable(List.of("time", "count", "p50_ms", "p95_ms"), rows), name(duration));
  }

  private DurationsView durations(DurationParameters duration, SeriesInterval interval) {
    return statistics.durations(duration.resolve(statistics.journey()), interval);
  }

  private String name(DurationParameters duration) {
    return duration.resolve(statistics.journey()).measure().title();
  }

  /**
   * The users who contribute to a number.
   *
   * @throws io.journeystats.http.InvalidInputException if users do not contribute to it
   */
  public CsvFile contributors(MetricSelector number) {
    Journey journey = statistics.journey();
    Metric metric = number.resolve(journey);
    CsvTable table =
        streamed.contributors(
            statistics.data(), journey, statistics.period().range(), metric.contributions());
    return file(table, number.subject(journey).orElse(""), metric.title());
  }

  /**
   * The Messages table of a channel.
   *
   * @param goal the goal to measure conversions of
   * @param attribution where each of them counts for one message only
   */
  public CsvFile messages(Channel channel, Optional<Goal> goal, Optional<Attribution> attribution) {
    List<Metric> metrics = ChannelTables.columns(channel, goal, attribution);
    List<List<Cell>> rows =
        ChannelTables.messages(statistics, channel, goal, attribution).rows().stream()
            .map(row ->
                row(
                    List.of(new Cell.Text(row.stepId()), new Cell.Text(row.name())),
                    metrics,
                    row.figures()))
            .toList();
    return file(
        new InMemoryTable(columns(List.of("step_id", "name"), metrics), rows), channel.title());
  }

  /**
   * A message day by day: the channel's metrics, of this message alone.
   *
   * @throws NotFoundException where the journey has no such message
   */
  public CsvFile messageDays(Channel channel, String stepId) {
    String name = ChannelTables.messageName(statistics, channel, stepId);
    List<Metric> metrics =
        ChannelMetrics.of(channel).stream().map(metric -> metric.at(stepId)).toList();
    List<List<Cell>> rows =
        statistics.days(metrics).stream()
            .map(point ->
                row(
                    List.of(new Cell.Day(point.start().toLocalDate())),
                    metrics,
                    MetricValues.of(point.values(), metrics)))
            .toList();
    return file(new InMemoryTable(columns(List.of("date"), metrics), rows), name);
  }

  /**
   * Who got a message in the period, or interacted with it.
   *
   * @throws NotFoundException where the journey has no such message
   */
  public CsvFile messageUsers(Channel channel, String stepId) {
    String name = ChannelTables.messageName(statistics, channel, stepId);
    return file(
        streamed.messageUsers(
            statistics.data(), statistics.journey(), statistics.period().range(), channel, stepId),
        name,
        "users");
  }

  /**
   * The links of a message.
   *
   * @throws NotFoundException where the journey has no such message
   */
  public CsvFile links(Channel channel, String stepId) {
    String name = ChannelTables.messageName(statistics, channel, stepId);
    return file(
        streamed.links(
            LinkTables.query(statistics, channel, stepId, LinkOrder.USUAL, Integer.MAX_VALUE),
            LinkMetrics.of(channel).at(stepId).recipientUsers()),
        name,
        "links");
  }

  private CsvFile file(CsvTable table, String... about) {
    List<String> parts = new ArrayList<>(List.of(statistics.journey().title()));
    parts.addAll(List.of(about));
    return new CsvFile(FileName.of(parts.toArray(String[]::new)), table);
  }

  private static List<String> columns(List<String> head, List<Metric> metrics) {
    return Stream.concat(head.stream(), metrics.stream().map(Metric::key)).toList();
  }

  private static List<Cell> row(
      List<Cell> head, List<Metric> metrics, Map<String, @Nullable Number> figures) {
    return Stream.concat(
            head.stream(), metrics.stream().map(metric -> Cell.number(figures.get(metric.key()))))
        .toList();
  }
}
