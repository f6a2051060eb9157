package io.journeystats.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A half-open range of instants, {@code [from, to)}; a bound that is empty does not limit.
 *
 * @param from the first instant inside
 * @param to the first instant after it
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> to) {
  /** All of time. */
  public static final TimeRange UNBOUNDED = new TimeRange(Optional.empty(), Optional.empty());

  /** The range between two instants, the second not included. */
  public static TimeRange between(Instant from, Instant to) {
    return new TimeRange(Optional.of(from), Optional.of(to));
  }

  /** The bounds that there are. */
  public List<Instant> bounds() {
    return Stream.of(from, to).flatMap(Optional::stream).toList();
  }

  /** The part that both ranges share; empty of instants where they share none. */
  public TimeRange intersect(TimeRange other) {
    return new TimeRange(
        Stream.of(from, other.from).flatMap(Optional::stream).max(Comparator.naturalOrder()),
        Stream.of(to, other.to).flatMap(Optional::stream).min(Comparator.naturalOrder()));
  }

  /** The shortest range that holds both. */
  public TimeRange spanning(TimeRange other) {
    return new TimeRange(
        from.flatMap(start -> other.from.map(others -> others.isBefore(start) ? others : start)),
        to.flatMap(end -> other.to.map(others -> others.isAfter(end) ? others : end)));
  }

  /** The range that starts earlier by a duration. */
  public TimeRange reachingBack(Duration duration) {
    return new TimeRange(from.map(instant -> instant.minus(duration)), to);
  }

  /** Tells whether any instant of the closed interval lies inside. */
  public boolean touches(Instant first, Instant last) {
    return from.map(start -> !last.isBefore(start)).orElse(true)
        && to.map(first::isBefore).orElse(true);
  }

  /** Tells whether it is over: nothing can happen in it any more. */
  public boolean hasEnded(Instant now) {
    return to.map(end -> !end.isAfter(now)).orElse(false);
  }
}
