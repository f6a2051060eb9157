package io.journeystats.dashboard;

import io.journeystats.http.InputErrors;
import io.journeystats.http.InvalidInputException;
import io.journeystats.query.Interval;
import io.journeystats.query.Period;
import io.journeystats.tenant.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The time asked about as it was written, in a query or in a body; null is what was left out.
 *
 * @param period the period's name
 * @param from the first day
 * @param to the last day, included
 * @param tz the IANA name of the zone of these days
 * @param preceding whether, and how much of, the period before is meant instead
 */
public record PeriodRequest(
    @Nullable String period,
    @Nullable String from,
    @Nullable String to,
    @Nullable String tz,
    @Nullable String preceding) {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2299, 12, 31);

  private static final Map<String, Period> NAMED =
      Map.of(
          "all", new Period.All(),
          "today", new Period.Recent("today", 0, 0),
          "yesterday", new Period.Recent("yesterday", 1, 1),
          "7d", new Period.Recent("7d", 6, 0),
          "30d", new Period.Recent("30d", 29, 0));

  /**
   * The time that is meant.
   *
   * @param defaultZone the zone where none is named
   * @param now the moment of the request
   * @throws InvalidInputException naming everything that cannot be understood
   */
  public ResolvedPeriod resolve(ZoneId defaultZone, Instant now) {
    return resolve(defaultZone, now, () -> now);
  }

  /**
   * The same.
   *
   * @param elapsed up to when a running period has elapsed; asked for where that matters, and
   *     ignored if it is not of today
   */
  ResolvedPeriod resolve(ZoneId defaultZone, Instant now, Supplier<Instant> elapsed) {
    InputErrors errors = new InputErrors();
    Optional<ResolvedPeriod> resolved = resolve(defaultZone, now, elapsed, errors);
    errors.throwIfAny();
    return resolved.orElseThrow();
  }

  /**
   * The same, where the faults are noted among others.
   *
   * @return empty where there are some
   */
  public Optional<ResolvedPeriod> resolve(ZoneId defaultZone, Instant now, InputErrors errors) {
    return resolve(defaultZone, now, () -> now, errors);
  }

  private Optional<ResolvedPeriod> resolve(
      ZoneId defaultZone, Instant now, Supplier<Instant> elapsed, InputErrors errors) {
    ZoneId zone = zone(defaultZone, errors);
    Optional<Period> asked = period(errors);
    Optional<ResolvedPeriod> resolved =
        switch (comparison(errors)) {
          case NONE ->
              asked.map(
                  found -> new ResolvedPeriod(found.key(), found.resolve(zone, now), zone, now));
          case WHOLE ->
              asked
                  .flatMap(Period::preceding)
                  .map(before -> before.resolve(zone, now))
                  .map(range -> new ResolvedPeriod(Period.CUSTOM, range, zone, now));
          case ELAPSED ->
              asked
                  .flatMap(
                      found -> found.elapsedPreceding(zone, ofSameDay(elapsed.get(), now, zone)))
                  .map(range -> new ResolvedPeriod(Period.CUSTOM, range, zone, now));
        };
    errors.require(
        asked.isEmpty() || resolved.isPresent(), "preceding", "goes with a period that has bounds");
    return resolved;
  }

  private ZoneId zone(ZoneId defaultZone, InputErrors errors) {
    if (tz == null) {
      return defaultZone;
    }
    return TimeZones.find(tz)
        .orElseGet(() -> {
          errors.add("tz", "must be an IANA time zone, such as Europe/Berlin");
          return defaultZone;
        });
  }

  private Optional<Period> period(InputErrors errors) {
    boolean dated = from != null || to != null;
    String name = period == null ? (dated ? "custom" : "all") : period;
    if (name.equals("custom")) {
      return days(errors);
    }
    if (!NAMED.containsKey(name)) {
      errors.add("period", "must be all, today, yesterday, 7d, 30d or custom");
    } else if (dated) {
      errors.add(from == null ? "to" : "from", "goes with period=custom only");
    }
    return Optional.ofNullable(NAMED.get(name));
  }

  /** After midnight a moment before it would be of another period. */
  private static Instant ofSameDay(Instant moment, Instant now, ZoneId zone) {
    return Interval.DAY.start(moment, zone).equals(Interval.DAY.start(now, zone)) ? moment : now;
  }

  /** Whether the period itself is meant, or the one before, and how much of that. */
  private enum Comparison {
    NONE,
    WHOLE,
    ELAPSED
  }

  private Comparison comparison(InputErrors errors) {
    return switch (Objects.requireNonNullElse(preceding, "false")) {
      case "false" -> Comparison.NONE;
      case "true" -> Comparison.WHOLE;
      case "elapsed" -> Comparison.ELAPSED;
      default -> {
        errors.add("preceding", "must be true, elapsed or false");
        yield Comparison.NONE;
      }
    };
  }

  private Optional<Period> days(InputErrors errors) {
    Optional<LocalDate> first = date("from", from, errors);
    Optional<LocalDate> last = date("to", to, errors);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (first.get().isAfter(last.get())) {
      errors.add("from", "must not be after to");
      return Optional.empty();
    }
    return Optional.of(new Period.Days(first.get(), last.get()));
  }

  private static Optional<LocalDate> date(String field, @Nullable String text, InputErrors errors) {
    if (text == null) {
      errors.add(field, "is required for period=custom");
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
        return Optional.of(date);
      }
    } catch (DateTimeParseException e) {
      // Answered below, as a date out of range is.
    }
    errors.add(field, "must be a date from 1900-01-01 to 2299-12-31, such as 2026-05-12");
    return Optional.empty();
  }
}
