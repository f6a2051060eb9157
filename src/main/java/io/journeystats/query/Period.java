package io.journeystats.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The time that was asked for, in calendar terms; only {@link #resolve} turns it into instants. */
public sealed interface Period {

  /** The name on the wire. */
  String key();

  /** The instants that it means in a zone at a moment. */
  TimeRange resolve(ZoneId zone, Instant now);

  /** The period of as many days right before; empty where there is none. */
  Optional<Period> preceding();

  /** From the launch to now: no bounds. */
  record All() implements Period {
    @Override
    public String key() {
      return "all";
    }

    @Override
    public TimeRange resolve(ZoneId zone, Instant now) {
      return TimeRange.UNBOUNDED;
    }

    @Override
    public Optional<Period> preceding() {
      return Optional.empty();
    }
  }

  /**
   * Whole calendar days up to a recent one.
   *
   * @param key the name on the wire
   * @param firstDaysAgo how many days before today the first day is
   * @param lastDaysAgo how many days before today the last day is
   */
  record Recent(String key, int firstDaysAgo, int lastDaysAgo) implements Period {
    @Override
    public TimeRange resolve(ZoneId zone, Instant now) {
      LocalDate today = LocalDate.ofInstant(Interval.DAY.start(now, zone), zone);
      return new Days(today.minusDays(firstDaysAgo), today.minusDays(lastDaysAgo))
          .resolve(zone, now);
    }

    @Override
    public Optional<Period> preceding() {
      int days = firstDaysAgo - lastDaysAgo + 1;
      return Optional.of(new Recent(Days.KEY, firstDaysAgo + days, lastDaysAgo + days));
    }
  }

  /**
   * Whole calendar days.
   *
   * @param first the first day
   * @param last the last day, included; not before the first
   */
  record Days(LocalDate first, LocalDate last) implements Period {
    private static final String KEY = "custom";

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public Optional<Period> preceding() {
      long days = ChronoUnit.DAYS.between(first, last) + 1;
      return Optional.of(new Days(first.minusDays(days), last.minusDays(days)));
    }

    @Override
    public TimeRange resolve(ZoneId zone, Instant now) {
      return TimeRange.between(
          first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    }
  }
}
