package io.journeystats.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How customers come into a journey. */
sealed interface Audience {
  /** The moments at which somebody enters, between two times. */
  List<Instant> entrances(
      ShopCalendar almanac, Instant from, Instant to, double scale, SeededRandom dice);

  /** Nobody. */
  record None() implements Audience {
    @Override
    public List<Instant> entrances(
        ShopCalendar almanac, Instant from, Instant to, double scale, SeededRandom dice) {
      return List.of();
    }
  }

  /**
   * One after the other, whenever something triggers it: few at night, more as the shop grows.
   *
   * @param perDay how many on an average day
   */
  record Steady(double perDay) implements Audience {
    /** By the hour of the day. */
    private static final double[] DAY = {
      1.0, 0.6, 0.4, 0.3, 0.4, 0.8, 2.0, 4.0, 5.5, 6.0, 6.2, 6.0,
      6.3, 6.0, 5.5, 5.5, 5.8, 6.5, 7.5, 8.5, 8.8, 7.5, 5.0, 2.5
    };

    @Override
    public List<Instant> entrances(
        ShopCalendar almanac, Instant from, Instant to, double scale, SeededRandom dice) {
      List<Instant> times = new ArrayList<>();
      LocalDate last = to.atZone(ShopCalendar.ZONE).toLocalDate();
      for (LocalDate day = from.atZone(ShopCalendar.ZONE).toLocalDate();
          !day.isAfter(last);
          day = day.plusDays(1)) {
        double growth = 0.7 + 0.6 * almanac.progress(ShopCalendar.at(day, 12));
        double expected = perDay * scale * growth * ofWeekday(day.getDayOfWeek());
        int count = dice.around(expected * dice.between(0.85, 1.15));
        for (int index = 0; index < count; index++) {
          Instant hour = ShopCalendar.at(day, dice.weighted(DAY));
          times.add(hour.plusMillis(dice.below(3_600_000)));
        }
      }
      times.removeIf(time -> time.isBefore(from) || time.isAfter(to));
      return times;
    }

    private static double ofWeekday(DayOfWeek day) {
      return switch (day) {
        case MONDAY -> 1.05;
        case TUESDAY, WEDNESDAY -> 0.95;
        case THURSDAY -> 1.0;
        case FRIDAY -> 0.95;
        case SATURDAY -> 0.85;
        case SUNDAY -> 1.25;
      };
    }
  }

  /**
   * Many within the hour, once a week from the launch on.
   *
   * @param size how many each time
   */
  record Weekly(int size) implements Audience {
    @Override
    public List<Instant> entrances(
        ShopCalendar almanac, Instant from, Instant to, double scale, SeededRandom dice) {
      List<Instant> times = new ArrayList<>();
      for (Instant wave = from; wave.isBefore(to); wave = wave.plus(Duration.ofDays(7))) {
        int count = dice.around(size * scale * dice.between(0.8, 1.2));
        for (int index = 0; index < count; index++) {
          times.add(wave.plusMillis(dice.below(2_400_000)));
        }
      }
      times.removeIf(time -> time.isAfter(to));
      return times;
    }
  }
}
