package io.journeystats.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** The time that was asked for, in calendar terms; only {@link #resolve} turns it into instants. */
public sealed interface Period {
  /** The name of a period of days on the wire, and so of one that precedes another. */
  String CUSTOM = "custom";

  /** The name on the wire. */
  String key();

  /** The instants that it means in a zone at a moment. */
  TimeRange resolve(ZoneId zone, Instant now);

  /** The period of as many days right before; empty where there is none. */
  Optional<Period> preceding();

  /**
   * The part of the period before that had elapsed when as much of that period had as has of this
   * one: up to the first moment at which the clocks showed the time that they show now, or a later
   * one, as many days ago. It is all of the period before once this one is over, and nothing of it
   * before this one begins.
   *
   * @return empty where there is no period before
   */
  Optional<TimeRange> elapsedPreceding(ZoneId zone, Instant now);

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

    @Override
    public Optional<TimeRange> elapsedPreceding(ZoneId zone, Instant now) {
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
      return days(zone, now).resolve(zone, now);
    }

    @Override
    public Optional<Period> preceding() {
      int days = firstDaysAgo - lastDaysAgo + 1;
      return Optional.of(new Recent(CUSTOM, firstDaysAgo + days, lastDaysAgo + days));
    }

    @Override
    public Optional<TimeRange> elapsedPreceding(ZoneId zone, Instant now) {
      return days(zone, now).elapsedPreceding(zone, now);
    }

    private Days days(ZoneId zone, Instant now) {
      LocalDate today = LocalDate.ofInstant(Interval.DAY.start(now, zone), zone);
      return new Days(today.minusDays(firstDaysAgo), today.minusDays(lastDaysAgo));
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
      return CUSTOM;
    }

    @Override
    public Optional<Period> preceding() {
      return Optional.of(daysBefore());
    }

    @Override
    public Optional<TimeRange> elapsedPreceding(ZoneId zone, Instant now) {
      TimeRange before = daysBefore().resolve(zone, now);
      if (resolve(zone, now).hasEnded(now)) {
        return Optional.of(before);
      }
      // Events are stored to the millisecond.
      LocalDateTime time =
          LocalDateTime.ofInstant(now.truncatedTo(ChronoUnit.MILLIS), zone).minusDays(number());
      ZoneOffsetTransition change = zone.getRules().getTransition(time);
      Instant end =
          change != null && change.isGap()
              ? change.getInstant()
              // Of a time that clocks show twice, the first.
              : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
      Instant first = before.from().orElseThrow();
      return Optional.of(
          TimeRange.between(first, end.isAfter(first) ? end : first)
              .intersect(new TimeRange(Optional.empty(), before.to())));
    }

    private long number() {
      return ChronoUnit.DAYS.between(first, last) + 1;
    }

    private Days daysBefore() {
      return new Days(first.minusDays(number()), last.minusDays(number()));
    }

    @Override
    public TimeRange resolve(ZoneId zone, Instant now) {
      return TimeRange.between(
          first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    }
  }
}
