package io.journeystats.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeystats.metric.DurationMeasure;
import io.journeystats.stats.Buckets;
import io.journeystats.stats.DurationSummary;
import io.journeystats.stats.Interval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a duration: how many, how long, and how that changed over time. */
@Schema(name = "Durations")
public record DurationsView(
    ResolvedPeriod period,
    DurationMeasure measure,
    @Schema(description = "How many values there are, negative ones not included.") long count,
    @Schema(
            description =
                "How many values are below zero, as what should come first has the later time."
                    + " Nothing else counts them.")
        long negative,
    @Schema(description = "The mean, rounded half up to whole milliseconds; null without values.")
        @Nullable Long meanMs,
    @Schema(
            description =
                "Percentiles by nearest rank: the value that so many percent of the values do not"
                    + " exceed. The keys are 25, 50, 75, 90, 95 and 99; null without values.")
        Map<String, @Nullable Long> percentilesMs,
    @Schema(description = "How many values there are up to each bound, and above the one before.")
        List<Bar> histogram,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The interval of the series, where auto was asked for.")
        @Nullable Interval interval,
    List<Moment> series) {

  static DurationsView of(
      ResolvedPeriod period,
      DurationMeasure measure,
      DurationSummary summary,
      @Nullable Interval interval,
      Optional<Buckets> buckets) {
    Map<String, @Nullable Long> percentiles = new LinkedHashMap<>();
    for (int i = 0; i < DurationSummary.PERCENTS.size(); i++) {
      percentiles.put(
          DurationSummary.PERCENTS.get(i).toString(),
          summary.count() == 0 ? null : summary.percentiles().get(i));
    }
    List<Bar> histogram = new ArrayList<>();
    for (int i = 0; i < summary.histogram().size(); i++) {
      histogram.add(
          new Bar(
              i < DurationSummary.BOUNDS.size() ? DurationSummary.BOUNDS.get(i) : null,
              summary.histogram().get(i)));
    }
    return new DurationsView(
        period,
        measure,
        summary.count(),
        summary.negative(),
        summary.mean().orElse(null),
        percentiles,
        histogram,
        interval,
        buckets
            .map(some ->
                some.starts().stream().map(start -> moment(start, summary, period)).toList())
            .orElseGet(List::of));
  }

  private static Moment moment(Instant start, DurationSummary summary, ResolvedPeriod period) {
    Optional<DurationSummary.Point> point = Optional.ofNullable(summary.buckets().get(start));
    return new Moment(
        Point.time(start.atZone(period.zone())),
        point.map(DurationSummary.Point::count).orElse(0L),
        point.map(DurationSummary.Point::p50).orElse(null),
        point.map(DurationSummary.Point::p95).orElse(null));
  }

  /** A bar of the histogram. */
  @Schema(name = "DurationBar")
  public record Bar(
      @Schema(description = "The bound, which is included; null for all longer values.")
          @Nullable Long upToMs,
      @Schema(description = "How many values lie up to it, and above the bound before.")
          long count) {}

  /** A point of the series. */
  @Schema(name = "DurationPoint")
  public record Moment(
      @Schema(format = "date-time", description = Point.TIME_MEANING) String time,
      @Schema(description = "How many values belong to the bucket.") long count,
      @Schema(description = "Their median; null without values.") @Nullable Long p50Ms,
      @Schema(description = "Their 95th percentile; null without values.") @Nullable Long p95Ms) {}
}
