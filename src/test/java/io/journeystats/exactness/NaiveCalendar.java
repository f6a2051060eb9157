package io.journeystats.exactness;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The buckets of a time zone's calendar. */
record NaiveCalendar(Interval interval, ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  /** Every offset from UTC of the last decades, and every clock change, is a multiple of this. */
  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** The length of a series' buckets. */
  enum Interval {
    HOUR,
    DAY,
    WEEK,
    MONTH
  }

  /** When the bucket begins in which the instant lies. */
  Instant bucket(Instant instant) {
    LocalDate date = LocalDate.ofInstant(instant, zone);
    return switch (interval) {
      case HOUR -> hour(instant);
      case DAY -> startOf(date);
      case WEEK -> startOf(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> startOf(date.withDayOfMonth(1));
    };
  }

  /** The first instant of the day. */
  private Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  /**
   * The latest moment, not after the instant, at which the zone's clocks show a full hour. Every
   * zone's offset is a multiple of a quarter of an hour.
   */
  private Instant hour(Instant instant) {
    Instant quarter = Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 900) * 900);
    while (quarter.atZone(zone).getMinute() != 0) {
      quarter = quarter.minus(QUARTER);
    }
    return quarter;
  }

  /** The buckets from the one to the other, both included; none where the other is earlier. */
  List<Instant> buckets(Instant first, Instant last) {
    List<Instant> buckets = new ArrayList<>();
    for (Instant start = bucket(first); !start.isAfter(bucket(last)); start = next(start)) {
      buckets.add(start);
    }
    return buckets;
  }

  private Instant next(Instant start) {
    LocalDate date = LocalDate.ofInstant(start, zone);
    return switch (interval) {
      case HOUR -> nextHour(start);
      case DAY -> startOf(date.plusDays(1));
      case WEEK -> startOf(date.plusWeeks(1));
      case MONTH -> startOf(date.plusMonths(1));
    };
  }

  private Instant nextHour(Instant start) {
    Instant later = start;
    while (bucket(later).equals(start)) {
      later = later.plus(QUARTER);
    }
    return bucket(later);
  }

  /** "time": "&lt;bucket start with offset&gt;". */
  String time(Instant bucket) {
    return TIME.format(bucket.atZone(zone));
  }
}
