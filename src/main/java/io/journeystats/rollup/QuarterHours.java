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
 * A set of quarter hours, numbered since 1900 began (UTC), the earliest time that an event can
 * have.
 *
 * @param numbers their numbers, ascending
 */
public record QuarterHours(ImmutableSortedSet<Long> numbers) {
  /** How long each of them is, in milliseconds. */
  public static final long MILLIS = Duration.ofMinutes(15).toMillis();

  /** How long before 1970 counting begins, in milliseconds. */
  public static final long OFFSET_MILLIS = -Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();

  /** The quarter hours with these numbers. */
  public static QuarterHours of(Collection<Long> numbers) {
    return new QuarterHours(ImmutableSortedSet.copyOf(numbers));
  }

  /** Those that begin before one of the instants and end after it. */
  public static QuarterHours cutBy(Collection<Instant> instants) {
    return of(
        instants.stream()
            .filter(instant -> Math.floorMod(instant.toEpochMilli(), MILLIS) != 0)
            .map(QuarterHours::number)
            .toList());
  }

  /** The number of the quarter hour that an instant lies in. */
  public static long number(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli() + OFFSET_MILLIS, MILLIS);
  }

  /** When a quarter hour begins. */
  public static Instant start(long number) {
    return Instant.ofEpochMilli(number * MILLIS - OFFSET_MILLIS);
  }

  /** Tells whether there is none. */
  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** Those of both sets. */
  public QuarterHours and(QuarterHours others) {
    return new QuarterHours(
        ImmutableSortedSet.<Long>naturalOrder().addAll(numbers).addAll(others.numbers).build());
  }

  /**
   * The times that hold all of them, half-open, apart and ascending; where they would be too many,
   * they grow together over the shortest gaps.
   *
   * @param most how many there may be, at least 1
   */
  public List<Range<Instant>> spans(int most) {
    TreeRangeSet<Long> runs = TreeRangeSet.create();
    numbers.forEach(number -> runs.add(Range.closedOpen(number, number + 1)));
    List<Range<Long>> gaps = new ArrayList<>(runs.complement().asRanges());
    gaps.removeIf(gap -> !gap.hasLowerBound() || !gap.hasUpperBound());
    gaps.sort(Comparator.comparingLong(QuarterHours::length).reversed());
    gaps.stream().skip(most - 1L).forEach(runs::add);
    return runs.asRanges().stream()
        .map(run -> Range.closedOpen(start(run.lowerEndpoint()), start(run.upperEndpoint())))
        .toList();
  }

  private static long length(Range<Long> range) {
    return range.upperEndpoint() - range.lowerEndpoint();
  }
}
