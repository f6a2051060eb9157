package io.journeystats.export;

import io.journeystats.csv.Cell;
import io.journeystats.csv.InMemoryTable;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.Journeys;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.metric.CampaignMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.Values;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The campaign statistics: one row per journey, with the columns of the metrics specification. The
 * numbers of many journeys are read together.
 *
 * @param journeys their definitions
 * @param statistics answers the queries
 * @param data whose journeys, and from when on events count
 * @param range the period
 * @param memory what definitions take of the heap while they are worked on
 */
record CampaignStatistics(
    Journeys journeys,
    Statistics statistics,
    TenantData data,
    TimeRange range,
    TenantLimiter memory) {
  /**
   * The maximum number of journeys per statement: as many as possible, as those with few events lie
   * side by side and are read together; but a statement of all would be too long one day.
   */
  static final int TOGETHER = 5_000;

  /** What is known of a journey without asking for numbers. */
  private static final List<String> HEAD =
      List.of("Title", "Status", "Created", "Category", "Type", "UUID");

  /**
   * The table of some journeys, in their order.
   *
   * @param progress receives the number of rows so far
   */
  InMemoryTable of(List<JourneyHead> heads, LongConsumer progress) {
    List<List<Cell>> rows = new ArrayList<>();
    for (List<JourneyHead> portion : JourneyHead.portions(heads, TOGETHER)) {
      try (TenantLimiter.Permit held = memory.permit(data.tenant().value())) {
        held.take(JourneyHead.memoryOfPortion(portion));
        rows.addAll(rows(portion));
      }
      progress.accept(rows.size());
    }
    return new InMemoryTable(columns(), rows);
  }

  private List<List<Cell>> rows(List<JourneyHead> portion) {
    List<Journey> some =
        portion.stream().flatMap(head -> journeys.find(data.tenant(), head.id()).stream()).toList();
    List<Optional<Answer>> answers = statistics.answerEach(some.stream().map(this::query).toList());
    return IntStream.range(0, some.size())
        .mapToObj(index -> row(some.get(index), answers.get(index).map(Answer::whole)))
        .toList();
  }

  private static List<String> columns() {
    return Stream.concat(HEAD.stream(), CampaignMetrics.of(List.of()).stream().map(Metric::title))
        .toList();
  }

  private StatsQuery.Numbers query(Journey journey) {
    return StatsQuery.Numbers.of(
        data, journey.id(), range, new Breakdown.None(), CampaignMetrics.of(journey.goals()));
  }

  private static List<Cell> row(Journey journey, Optional<Values> values) {
    return Stream.concat(
            Stream.of(
                new Cell.Text(journey.title()),
                new Cell.Text(journey.status().key()),
                new Cell.Moment(journey.createdAt()),
                Cell.text(journey.category()),
                new Cell.Text(journey.type().key()),
                new Cell.Text(journey.id().toString())),
            CampaignMetrics.of(journey.goals()).stream()
                .map(metric -> Cell.number(Values.of(values, metric))))
        .toList();
  }
}
