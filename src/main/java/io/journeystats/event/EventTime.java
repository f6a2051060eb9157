package io.journeystats.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time of an event: RFC 3339 text with an offset, kept to the millisecond. */
final class EventTime {
  /** The first instant that the database's time type holds. */
  static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /** How far clocks of senders may run ahead. */
  static final Duration AHEAD = Duration.ofHours(24);

  private static final int SECONDS_COLON = 16;

  private static final String TO_THE_SECOND = "0000-00-00T00:00:00";
  private static final int LONGEST_FRACTION = 9;

  private EventTime() {}

  /**
   * The instant that a text names, digits beyond milliseconds cut off; empty where it has another
   * form.
   */
  static Optional<Instant> parse(String text) {
    Instant usual = usual(text);
    return usual == null ? any(text) : Optional.of(usual);
  }

  /**
   * Reads the form that nearly all senders write, in a tenth of the time that Java's formatter
   * takes; null for whatever it does not know, which is for the formatter to judge.
   */
  private static @Nullable Instant usual(String text) {
    if (!hasForm(text, 0, TO_THE_SECOND)) {
      return null;
    }
    int fraction = TO_THE_SECOND.length() + 1;
    int zone = fraction - 1;
    int nanos = 0;
    if (text.startsWith(".", zone)) {
      zone = fraction;
      for (int unit = 100_000_000; zone < text.length() && isDigit(text.charAt(zone)); unit /= 10) {
        nanos += unit * (text.charAt(zone) - '0');
        zone++;
      }
      if (zone == fraction || zone > fraction + LONGEST_FRACTION) {
        return null;
      }
    }
    try {
      ZoneOffset offset = offset(text, zone);
      return offset == null
          ? null
          : LocalDateTime.of(
                  number(text, 0, 4),
                  number(text, 5, 2),
                  number(text, 8, 2),
                  number(text, 11, 2),
                  number(text, 14, 2),
                  number(text, 17, 2),
                  nanos - nanos % 1_000_000)
              .toInstant(offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable ZoneOffset offset(String text, int start) {
    String form = text.startsWith("-", start) ? "-00:00" : "+00:00";
    if (text.length() == start + 1 && text.charAt(start) == 'Z') {
      return ZoneOffset.UTC;
    }
    if (text.length() != start + form.length() || !hasForm(text, start, form)) {
      return null;
    }
    int sign = form.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        sign * number(text, start + 1, 2), sign * number(text, start + 4, 2));
  }

  /** Tells whether the text goes on like the form, in which a zero stands for any digit. */
  private static boolean hasForm(String text, int start, String form) {
    if (text.length() < start + form.length()) {
      return false;
    }
    for (int index = 0; index < form.length(); index++) {
      char found = text.charAt(start + index);
      if (form.charAt(index) == '0' ? !isDigit(found) : found != form.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  /** Of ASCII only: Java knows other digits, the RFC does not. */
  private static boolean isDigit(char found) {
    return found >= '0' && found <= '9';
  }

  private static int number(String text, int start, int length) {
    return Integer.parseInt(text, start, start + length, 10);
  }

  /** What an unusual text names. */
  private static Optional<Instant> any(String text) {
    // Java's formatter takes a time without seconds, the RFC does not.
    if (text.length() <= SECONDS_COLON || text.charAt(SECONDS_COLON) != ':') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
              .toInstant()
              .truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
