package io.journeystats.exactness;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The times of a random world: many on the brink of a day or of a clock change. */
final class Moments {
  static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("Pacific/Chatham"),
          ZoneId.of("UTC"),
          ZoneId.of("Australia/Lord_Howe"));

  /** How far back the events reach. */
  static final Duration PAST = Duration.ofDays(400);

  /** "Up to 24 h in the future is accepted." */
  static final Duration FUTURE = Duration.ofHours(24);

  private static final List<Duration> NUDGES =
      List.of(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMillis(-1),
          Duration.ofMillis(1),
          Duration.ofMinutes(-15),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofMinutes(-45),
          Duration.ofHours(1),
          Duration.ofHours(-1));

  private static final List<Duration> GAPS =
      List.of(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofSeconds(1),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(24),
          Duration.ofDays(3));

  private final Random random;
  private final Instant now;
  private final List<Instant> brinks = new ArrayList<>();

  Moments(Random random, Instant now) {
    this.random = random;
    this.now = now;
    ZONES.forEach(this::addBrinks);
  }

  private void addBrinks(ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    for (int daysAgo : List.of(-1, 0, 1, 2, 6, 7, 29, 30, 365)) {
      brinks.add(today.minusDays(daysAgo).atStartOfDay(zone).toInstant());
    }
    brinks.add(today.withDayOfMonth(1).atStartOfDay(zone).toInstant());
    Instant time = now.minus(PAST);
    while (true) {
      ZoneOffsetTransition change = zone.getRules().nextTransition(time);
      if (change == null || change.getInstant().isAfter(now)) {
        return;
      }
      time = change.getInstant();
      LocalDate day = LocalDate.ofInstant(time, zone);
      for (int weight = 0; weight < 4; weight++) {
        brinks.add(time);
      }
      brinks.add(day.atStartOfDay(zone).toInstant());
      brinks.add(day.plusDays(1).atStartOfDay(zone).toInstant());
    }
  }

  /** A time to begin with. */
  Instant any() {
    int dice = random.nextInt(100);
    if (dice < 40) {
      return pick(brinks).plus(pick(NUDGES));
    }
    if (dice < 65) {
      return now.plusSeconds(random.nextLong(-3 * 86_400, 86_401));
    }
    return now.minusMillis(random.nextLong(PAST.toMillis()));
  }

  /** How long until the next thing happens: often no time at all. */
  Duration gap() {
    return random.nextInt(4) == 0 ? Duration.ofMillis(random.nextLong(86_400_000)) : pick(GAPS);
  }

  boolean isAcceptable(Instant time) {
    return !time.isAfter(now.plus(FUTURE));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
