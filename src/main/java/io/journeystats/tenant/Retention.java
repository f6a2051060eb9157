package io.journeystats.tenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The retention of a tenant's events, in whole calendar days of its time zone.
 *
 * @param days the number of days before today whose events are kept; empty for all events
 * @param floor events before this instant never reappear, even if the retention is extended; empty
 *     if there never was a bound
 * @param setAt when this was set; empty if it never was
 */
public record Retention(Optional<Integer> days, Optional<Instant> floor, Optional<Instant> setAt) {
  /** The minimum retention in days. */
  static final int MINIMUM_DAYS = 30;

  /** The maximum retention in days. */
  static final int MAXIMUM_DAYS = 36_500;

  /** Keeps all events. */
  public static final Retention FOREVER =
      new Retention(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Returns the first retained instant, which only moves forward; empty if there is no bound.
   *
   * @param zone the tenant's time zone
   * @param now the current time
   */
  Optional<Instant> from(ZoneId zone, Instant now) {
    return days.map(kept -> start(today(zone, now).minusDays(kept), zone))
        .map(start -> floor.filter(start::isBefore).orElse(start))
        .or(() -> floor);
  }

  /** Returns when {@link #from} next changes with time; empty if it does not. */
  Optional<Instant> nextChange(ZoneId zone, Instant now) {
    return days.map(_ -> start(today(zone, now).plusDays(1), zone));
  }

  /** Returns whether this was set by a given time. */
  public boolean wasSetBy(Instant time) {
    return setAt.filter(at -> at.isAfter(time)).isEmpty();
  }

  private static LocalDate today(ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate next = today.plusDays(1);
    // If clocks are set back across midnight, the end of a day recurs after the next day has
    // started.
    return start(next, zone).isAfter(now) ? today : next;
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
