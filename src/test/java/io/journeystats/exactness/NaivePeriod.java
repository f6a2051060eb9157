package io.journeystats.exactness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
