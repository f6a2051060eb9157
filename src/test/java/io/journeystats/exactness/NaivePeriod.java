package io.journeystats.exactness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A period [from, to) in a time zone; "all" has no bounds. */
record NaivePeriod(String name, ZoneId zone, Optional<Instant> from, Optional<Instant> to) {

  /** "today, yesterday, 7d, 30d (today and the 6 / 29 days before)". */
  static NaivePeriod named(String name, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return switch (name) {
      case "all" -> new NaivePeriod(name, zone, Optional.empty(), Optional.empty());
      case "today" -> days(name, zone, today, today);
      case "yesterday" -> days(name, zone, today.minusDays(1), today.minusDays(1));
      case "7d" -> days(name, zone, today.minusDays(6), today);
      case "30d" -> days(name, zone, today.minusDays(29), today);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** "custom with from and to as dates, both inclusive". */
  static NaivePeriod custom(LocalDate from, LocalDate to, ZoneId zone) {
    return days("custom", zone, from, to);
  }

  /** "preceding=true asks about as many whole days right before the period". */
  static NaivePeriod preceding(LocalDate from, LocalDate to, ZoneId zone) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return custom(from.minusDays(days), to.minusDays(days), zone);
  }

  /**
   * "preceding=elapsed about the same elapsed part of them: up to the same wall-clock time": the
   * first moment at which the clocks show that time or a later one, found by looking at them every
   * quarter of an hour.
   */
  static NaivePeriod elapsed(LocalDate from, LocalDate to, ZoneId zone, Instant now) {
    NaivePeriod before = preceding(from, to, zone);
    Instant first = before.from.orElseThrow();
    Instant end = before.to.orElseThrow();
    if (!now.isBefore(custom(from, to, zone).to.orElseThrow())) {
      return before;
    }
    LocalDateTime time =
        LocalDateTime.ofInstant(now, zone).minusDays(ChronoUnit.DAYS.between(from, to) + 1);
    Instant quarter = first;
    while (quarter.isBefore(end)) {
      Instant next = quarter.plus(Duration.ofMinutes(15));
      if (!LocalDateTime.ofInstant(next.minusMillis(1), zone).isBefore(time)) {
        Duration missing = Duration.between(LocalDateTime.ofInstant(quarter, zone), time);
        end = missing.isNegative() ? quarter : quarter.plusMillis(missing.toMillis());
      }
      quarter = next;
    }
    return new NaivePeriod("custom", zone, Optional.of(first), Optional.of(end));
  }

  private static NaivePeriod days(String name, ZoneId zone, LocalDate first, LocalDate last) {
    return new NaivePeriod(
        name,
        zone,
        Optional.of(first.atStartOfDay(zone).toInstant()),
        Optional.of(last.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  boolean contains(Instant time) {
    boolean early = from.isPresent() && time.isBefore(from.get());
    boolean late = to.isPresent() && !time.isBefore(to.get());
    return !early && !late;
  }

  /** "from/to = the resolved instants, null where unbounded". */
  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("name", name);
    json.set("from", Json.text(from.map(Instant::toString)));
    json.set("to", Json.text(to.map(Instant::toString)));
    json.put("tz", zone.getId());
    return json;
  }
}
