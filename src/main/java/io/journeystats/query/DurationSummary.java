package io.journeystats.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the values of a duration.
 *
 * @param count how many there are
 * @param negative how many are below zero, which nothing else counts
 * @param mean their mean in milliseconds, rounded half up; empty where there is none
 * @param percentiles those of {@link #PERCENTS} by nearest rank; empty where there is no value
 * @param histogram how many lie up to each of {@link #BOUNDS}, and above the one before it; the
 *     last number is of those above all
 * @param buckets those of the series that have any value
 */
public record DurationSummary(
    long count,
    long negative,
    Optional<Long> mean,
    List<Long> percentiles,
    List<Long> histogram,
    Map<Instant, Point> buckets) {
  /** Which percentiles there are. */
  public static final List<Integer> PERCENTS = List.of(25, 50, 75, 90, 95, 99);

  /** The upper bounds of the histogram in milliseconds, each included. */
  public static final List<Long> BOUNDS =
      Stream.of(
              Duration.ofSeconds(1),
              Duration.ofSeconds(10),
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(1),
              Duration.ofHours(3),
              Duration.ofHours(6),
              Duration.ofHours(12),
              Duration.ofDays(1),
              Duration.ofDays(2),
              Duration.ofDays(3),
              Duration.ofDays(7),
              Duration.ofDays(14),
              Duration.ofDays(30))
          .map(Duration::toMillis)
          .toList();

  /** Copies the collections. */
  public DurationSummary {
    percentiles = List.copyOf(percentiles);
    histogram = List.copyOf(histogram);
    buckets = Map.copyOf(buckets);
  }

  /** One of the percentiles in milliseconds; null where there is no value. */
  public @Nullable Long percentile(int percent) {
    return percentiles.isEmpty() ? null : percentiles.get(PERCENTS.indexOf(percent));
  }

  /** How many numbers it holds. */
  public int size() {
    return percentiles.size() + histogram.size() + 3 * (buckets.size() + 1);
  }

  /**
   * The values of one bucket, at least one.
   *
   * @param count how many
   * @param p50 their median in milliseconds
   * @param p95 the 95th percentile
   */
  public record Point(long count, long p50, long p95) {}
}
