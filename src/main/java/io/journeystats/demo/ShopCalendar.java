package io.journeystats.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The shop's calendar, counted back from the moment at which the story ends.
 *
 * @param now the moment
 */
record ShopCalendar(Instant now) {
  /** Where the shop's customers get up and go to bed. */
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** How long the story lasts. */
  static final int DAYS = 183;

  LocalDate today() {
    return now.atZone(ZONE).toLocalDate();
  }

  /** An hour of the day that many days ago. */
  Instant at(int daysAgo, int hour) {
    return at(today().minusDays(daysAgo), hour);
  }

  /** An hour of a day. */
  static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }

  /** The last such day of the week at least that many days ago. */
  LocalDate last(DayOfWeek day, int daysAgo) {
    return today().minusDays(daysAgo).with(TemporalAdjusters.previousOrSame(day));
  }

  /** How far the story has come at a time, from 0 at its beginning to 1 at its end. */
  double progress(Instant time) {
    double daysLeft = (now.toEpochMilli() - time.toEpochMilli()) / 86_400_000.0;
    return Math.clamp(1 - daysLeft / DAYS, 0.0, 1.0);
  }

  static int hourOf(Instant time) {
    return time.atZone(ZONE).getHour();
  }
}
