package io.journeystats.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The length of a series' buckets, in the calendar of a zone: a day may last 23 or 25 hours.
 *
 * <p>Buckets are computed here alone and handed to the database as instants, so that no number
 * depends on two time zone databases agreeing.
 */
public enum Interval {
  HOUR,
  DAY,
  /** An ISO week, from Monday. */
  WEEK,
  MONTH;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The interval with that key, empty where there is none. */
  public static Optional<Interval> find(String key) {
    return Arrays.stream(values()).filter(interval -> interval.key().equals(key)).findFirst();
  }

  /** The start of the bucket that an instant lies in. */
  public Instant start(Instant instant, ZoneId zone) {
    if (this == HOUR) {
      return ClockHours.start(instant, zone);
    }
    Instant start = firstDay(LocalDate.ofInstant(instant, zone)).atStartOfDay(zone).toInstant();
    Instant next = next(start, zone);
    // Where clocks went back over midnight, the end of a day came again after the next had begun.
    return next.isAfter(instant) ? start : next;
  }

  /** The start of the bucket after the one that starts at an instant. */
  public Instant next(Instant start, ZoneId zone) {
    LocalDate day = firstDay(LocalDate.ofInstant(start, zone));
    return switch (this) {
      case HOUR -> ClockHours.next(start, zone);
      case DAY -> day.plusDays(1).atStartOfDay(zone).toInstant();
      case WEEK -> day.plusWeeks(1).atStartOfDay(zone).toInstant();
      case MONTH -> day.plusMonths(1).atStartOfDay(zone).toInstant();
    };
  }

  private LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }
}
