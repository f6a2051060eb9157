package io.journeystats.rollup;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of quarter hours, numbered from the start of 1900 in UTC, which is the earliest time of an
 * event.
 *
 * @param numbers the numbers, ascending
 */
public record QuarterHours(ImmutableSortedSet<Long> numbers) {
  /** The length of a quarter hour in milliseconds. */
  public static final long MILLIS = Duration.ofMinutes(15).toMillis();

  /** The time from the start of 1900 to 1970, in milliseconds. */
  public static final long OFFSET_MILLIS = -Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();

  /** The quarter hours with these numbers. */
  public static QuarterHours of(Collection<Long> numbers) {
    return new QuarterHours(ImmutableSortedSet.copyOf(numbers));
  }

  /** The quarter hours that contain one of the instants strictly between start and end. */
  public static QuarterHours cutBy(Collection<Instant> instants) {
    return of(
        instants.stream()
            .filter(instant -> Math.floorMod(instant.toEpochMilli(), MILLIS) != 0)
            .map(QuarterHours::number)
            .toList());
  }

  /** The number of the quarter hour that contains an instant. */
  public static long number(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli() + OFFSET_MILLIS, MILLIS);
  }

  /** The start of a quarter hour. */
  public static Instant start(long number) {
    return Instant.ofEpochMilli(number * MILLIS - OFFSET_MILLIS);
  }

  /** Whether the set is empty. */
  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** The union of this set and another. */
  public QuarterHours and(QuarterHours others) {
    return new QuarterHours(
        ImmutableSortedSet.<Long>naturalOrder().addAll(numbers).addAll(others.numbers).build());
  }

  /**
   * The time spans of the quarter hours, half-open, disjoint and ascending. If there are too many,
   * spans with the shortest gaps between them are joined.
   *
   * @param maximum the maximum number of spans, at least 1
   */
  public List<Range<Instant>> spans(int maximum) {
    TreeRangeSet<Long> runs = TreeRangeSet.create();
    numbers.forEach(number -> runs.add(Range.closedOpen(number, number + 1)));
    List<Range<Long>> gaps = new ArrayList<>(runs.complement().asRanges());
    gaps.removeIf(gap -> !gap.hasLowerBound() || !gap.hasUpperBound());
    gaps.sort(Comparator.comparingLong(QuarterHours::length).reversed());
    gaps.stream().skip(maximum - 1L).forEach(runs::add);
    return runs.asRanges().stream()
        .map(run -> Range.closedOpen(start(run.lowerEndpoint()), start(run.upperEndpoint())))
        .toList();
  }

  private static long length(Range<Long> range) {
    return range.upperEndpoint() - range.lowerEndpoint();
  }
}
