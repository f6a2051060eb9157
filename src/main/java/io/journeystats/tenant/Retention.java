package io.journeystats.tenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How long a tenant's events are kept, in whole calendar days of its zone.
 *
 * @param days of how many days before today events are kept; empty: all events
 * @param floor no event before this instant comes back, whatever is set later; empty where there
 *     never was a bound
 * @param setAt since when that is so; empty where nobody has said anything yet
 */
public record Retention(Optional<Integer> days, Optional<Instant> floor, Optional<Instant> setAt) {
  /** The shortest time that can be set, in days. */
  static final int LEAST_DAYS = 30;

  /** The longest time that can be set, in days. */
  static final int MOST_DAYS = 36_500;

  /** All events are kept. */
  public static final Retention FOREVER =
      new Retention(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The first instant that is kept, which only moves forward; empty where there is no bound.
   *
   * @param zone the zone of the tenant's days
   * @param now the moment of the question
   */
  Optional<Instant> from(ZoneId zone, Instant now) {
    return days.map(kept -> start(today(zone, now).minusDays(kept), zone))
        .map(start -> floor.filter(start::isBefore).orElse(start))
        .or(() -> floor);
  }

  /** When {@link #from} changes next by itself; empty where it does not. */
  Optional<Instant> nextChange(ZoneId zone, Instant now) {
    return days.map(_ -> start(today(zone, now).plusDays(1), zone));
  }

  /** Tells whether every instance had the time to learn of it by then. */
  public boolean wasSetBy(Instant time) {
    return setAt.filter(at -> at.isAfter(time)).isEmpty();
  }

  private static LocalDate today(ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate next = today.plusDays(1);
    // Where clocks go back over midnight, the end of a day comes again after the next has begun.
    return start(next, zone).isAfter(now) ? today : next;
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
