package io.journeystats.query;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The hours of a zone's clocks: one begins whenever they show a full hour.
 *
 * <p>So an hour in which clocks change may last longer than sixty minutes, and where they go back
 * by a whole hour the same hour comes twice.
 */
final class ClockHours {
  private static final long HOUR = 3600;

  private ClockHours() {}

  /** The start of the hour that an instant lies in. */
  static Instant start(Instant instant, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    long offset = rules.getOffset(instant).getTotalSeconds();
    long start = Math.floorDiv(instant.getEpochSecond() + offset, HOUR) * HOUR - offset;
    ZoneOffsetTransition change = rules.previousTransition(instant.plusNanos(1));
    return change != null && start < change.toEpochSecond()
        ? start(change.getInstant().minusNanos(1), zone)
        : Instant.ofEpochSecond(start);
  }

  /** The start of the hour after the one that starts at an instant. */
  static Instant next(Instant start, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Instant next = start.plusSeconds(HOUR);
    ZoneOffsetTransition change = rules.nextTransition(start);
    if (change == null || next.isBefore(change.getInstant())) {
      return next;
    }
    long offset = change.getOffsetAfter().getTotalSeconds();
    return Instant.ofEpochSecond(
        Math.ceilDiv(change.toEpochSecond() + offset, HOUR) * HOUR - offset);
  }
}
