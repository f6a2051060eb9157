package io.journeystats.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The buckets of a series: consecutive calendar intervals of a zone.
 *
 * @param interval their length
 * @param zone the zone of the calendar
 * @param first the start of the first bucket
 * @param end the end of the last one
 */
public record TimeBuckets(Interval interval, ZoneId zone, Instant first, Instant end) {
  /** How many numbers one series may have, all its points together. */
  public static final int LIMIT = 500_000;

  /** How many buckets the series has at most for which the service chooses the interval. */
  public static final int FITTING = 400;

  /** The buckets that the closed interval between two instants touches. */
  public static TimeBuckets touching(
      Instant earliest, Instant latest, Interval interval, ZoneId zone) {
    return new TimeBuckets(
        interval,
        zone,
        interval.start(earliest, zone),
        interval.next(interval.start(latest, zone), zone));
  }

  /**
   * The same of the finest interval that makes neither too long a chart nor too long an axis;
   * months where no interval does.
   */
  public static TimeBuckets fitting(Instant earliest, Instant latest, ZoneId zone) {
    return Arrays.stream(Interval.values())
        .map(interval -> touching(earliest, latest, interval, zone))
        .filter(buckets -> buckets.stream().limit(FITTING + 1L).count() <= FITTING)
        .findFirst()
        .orElseGet(() -> touching(earliest, latest, Interval.MONTH, zone));
  }

  /** Tells whether a series with so many numbers a point is too long, without making it. */
  public boolean isTooMany(int numbersAPoint) {
    return numbers(numbersAPoint) > LIMIT;
  }

  /** About how many numbers a series with so many a point has, without making it. */
  public long numbers(int numbersAPoint) {
    Duration shortest =
        switch (interval) {
          case HOUR -> Duration.ofHours(1);
          case DAY -> Duration.ofDays(1);
          case WEEK -> Duration.ofDays(7);
          case MONTH -> Duration.ofDays(31);
        };
    return Duration.between(first, end).dividedBy(shortest) * numbersAPoint;
  }

  /** Tells whether there is no second bucket. */
  public boolean isOnlyOne() {
    return !interval.next(first, zone).isBefore(end);
  }

  /** Tells whether the first of the others is the one that comes after the last of these. */
  public boolean isContinuedBy(TimeBuckets others) {
    return interval == others.interval
        && zone.equals(others.zone)
        && end.equals(others.first)
        && first.isBefore(end)
        && interval.next(starts().getLast(), zone).equals(others.first);
  }

  /** These and the others, which go on with them. */
  public TimeBuckets through(TimeBuckets others) {
    return new TimeBuckets(interval, zone, first, others.end);
  }

  /** All the time that the buckets cover. */
  public TimeRange range() {
    return TimeRange.between(first, end);
  }

  /** The starts of the buckets, ascending; empty where the end is not after the first start. */
  public List<Instant> starts() {
    return stream().toList();
  }

  private Stream<Instant> stream() {
    return Stream.iterate(first, start -> start.isBefore(end), start -> interval.next(start, zone));
  }
}
