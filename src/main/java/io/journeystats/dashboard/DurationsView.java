package io.journeystats.dashboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.journeystats.metric.DurationMeasure;
import io.journeystats.query.DurationSummary;
import io.journeystats.query.Interval;
import io.journeystats.query.TimeBuckets;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
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
                "Percentiles by nearest rank: the least value that this share of the values does"
                    + " not exceed; null without values.")
        Percentiles percentilesMs,
    @Schema(description = "How many values there are up to each bound, and above the one before.")
        List<Bar> histogram,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The interval of the series, which the service chose for `auto`.")
        @Nullable Interval interval,
    List<Moment> series) {

  static DurationsView of(
      ResolvedPeriod period,
      DurationMeasure measure,
      DurationSummary summary,
      @Nullable Interval interval,
      Optional<TimeBuckets> buckets) {
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
        Percentiles.of(summary),
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
        start.atZone(period.zone()),
        point.map(DurationSummary.Point::count).orElse(0L),
        point.map(DurationSummary.Point::p50).orElse(null),
        point.map(DurationSummary.Point::p95).orElse(null));
  }

  /** The percentiles. */
  @Schema(name = "DurationPercentiles")
  public record Percentiles(
      @JsonProperty("25") @Nullable Long p25,
      @JsonProperty("50") @Nullable Long p50,
      @JsonProperty("75") @Nullable Long p75,
      @JsonProperty("90") @Nullable Long p90,
      @JsonProperty("95") @Nullable Long p95,
      @JsonProperty("99") @Nullable Long p99) {

    private static Percentiles of(DurationSummary summary) {
      return new Percentiles(
          summary.percentile(25),
          summary.percentile(50),
          summary.percentile(75),
          summary.percentile(90),
          summary.percentile(95),
          summary.percentile(99));
    }
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
  @JsonPropertyOrder({"time", "count", "p50_ms", "p95_ms"})
  public record Moment(
      @JsonIgnore ZonedDateTime start,
      @Schema(description = "How many values belong to the bucket.") long count,
      @Schema(description = "Their median; null without values.") @Nullable Long p50Ms,
      @Schema(description = "Their 95th percentile; null without values.") @Nullable Long p95Ms) {

    /** The start of the bucket with the zone's offset then. */
    @JsonProperty
    @Schema(format = "date-time", description = Point.TIME_MEANING)
    public String time() {
      return Point.time(start);
    }
  }
}
