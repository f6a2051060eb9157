package io.journeystats.exactness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * How long a tenant's events are kept: "no longer counted from the first midnight in the tenant's
 * zone after they are too old".
 *
 * @param zone the tenant's zone
 * @param days how long; empty: for ever
 * @param removed what is older than this was removed under earlier settings and does not come back
 */
record NaiveRetention(ZoneId zone, Optional<Integer> days, Optional<Instant> removed) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  /** Everything is kept. */
  static NaiveRetention forever(ZoneId zone) {
    return new NaiveRetention(zone, Optional.empty(), Optional.empty());
  }

  /** The same from a moment on at which the tenant chooses another time. */
  NaiveRetention changed(Optional<Integer> otherDays, Instant at) {
    return new NaiveRetention(zone, otherDays, dataFrom(at));
  }

  /** The same from a moment on at which the tenant moves to another zone. */
  NaiveRetention moved(ZoneId otherZone, Instant at) {
    return new NaiveRetention(otherZone, days, dataFrom(at));
  }

  /** The first instant that is kept; empty where all are. */
  Optional<Instant> dataFrom(Instant now) {
    if (days.isEmpty()) {
      return removed;
    }
    LocalDate first = LocalDate.ofInstant(now, zone).minusDays(days.get());
    Instant start = first.atStartOfDay(zone).toInstant();
    return Optional.of(removed.filter(start::isBefore).orElse(start));
  }

  /** The events that are kept. */
  List<NaiveEvent> kept(List<NaiveEvent> events, Instant now) {
    Optional<Instant> from = dataFrom(now);
    return from.isEmpty()
        ? events
        : events.stream().filter(event -> !event.time().isBefore(from.get())).toList();
  }

  /** "The first day kept (data_from) where it cuts the period". */
  Optional<String> cut(NaivePeriod period, Instant now) {
    return dataFrom(now)
        .filter(first -> period.from().isEmpty() || period.from().get().isBefore(first))
        .map(first -> TIME.format(first.atZone(zone)));
  }
}
