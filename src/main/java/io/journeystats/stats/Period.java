package io.journeystats.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time that was asked for, in calendar terms; only {@link #resolve} turns it into instants. */
public sealed interface Period {

  /** The name on the wire. */
  String key();

  /** The instants that it means in a zone at a moment. */
  TimeRange resolve(ZoneId zone, Instant now);

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
      LocalDate today = LocalDate.ofInstant(now, zone);
      return new Days(today.minusDays(firstDaysAgo), today.minusDays(lastDaysAgo))
          .resolve(zone, now);
    }
  }

  /**
   * Whole calendar days.
   *
   * @param first the first day
   * @param last the last day, included; not before the first
   */
  record Days(LocalDate first, LocalDate last) implements Period {
    @Override
    public String key() {
      return "custom";
    }

    @Override
    public TimeRange resolve(ZoneId zone, Instant now) {
      return TimeRange.between(
          first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    }
  }
}
