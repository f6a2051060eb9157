package io.journeystats.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parser of all times that clients send: RFC 3339 text with an offset, truncated to the
 * millisecond. It is handwritten because libraries accept more or less than the RFC (decision 49).
 */
public final class EventTime {
  /** The earliest instant of the database's time type. */
  static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /** How far the clock of a sender may run ahead. */
  static final Duration AHEAD = Duration.ofHours(24);

  private static final String DATE = "0000-00-00";
  private static final String TIME = "00:00:00";
  private static final String OFFSET = "00:00";

  private static final int START_OF_TIME = DATE.length() + 1;
  private static final int END_OF_TIME = START_OF_TIME + TIME.length();
  private static final int MILLIS_DIGITS = 3;

  private EventTime() {}

  /**
   * Parses a time and truncates it to the millisecond; empty if the text is invalid. A leap second
   * becomes the last millisecond before it, so that it stays on its day.
   */
  public static Optional<Instant> parse(String text) {
    if (!hasForm(text, 0, DATE)
        || !hasLetter(text, DATE.length(), 'T')
        || !hasForm(text, START_OF_TIME, TIME)) {
      return Optional.empty();
    }
    int zone = endOfFraction(text);
    OptionalInt offset = zone < 0 ? OptionalInt.empty() : offsetSeconds(text, zone);
    if (offset.isEmpty()) {
      return Optional.empty();
    }
    int second = number(text, 17, 2);
    boolean leap = second == 60;
    try {
      long seconds =
          LocalDateTime.of(
                      number(text, 0, 4),
                      number(text, 5, 2),
                      number(text, 8, 2),
                      number(text, 11, 2),
                      number(text, 14, 2),
                      leap ? 59 : second)
                  .toEpochSecond(ZoneOffset.UTC)
              - offset.getAsInt();
      if (leap) {
        return endsMonth(seconds)
            ? Optional.of(Instant.ofEpochSecond(seconds, 999_000_000))
            : Optional.empty();
      }
      return Optional.of(Instant.ofEpochSecond(seconds, millis(text, zone) * 1_000_000L));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The index of the offset; -1 if there is a dot without digits. */
  private static int endOfFraction(String text) {
    if (!text.startsWith(".", END_OF_TIME)) {
      return END_OF_TIME;
    }
    int end = END_OF_TIME + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end == END_OF_TIME + 1 ? -1 : end;
  }

  private static int millis(String text, int end) {
    int millis = 0;
    for (int digit = 1; digit <= MILLIS_DIGITS; digit++) {
      int index = END_OF_TIME + digit;
      millis = millis * 10 + (index < end ? text.charAt(index) - '0' : 0);
    }
    return millis;
  }

  /** Parses an offset of up to a day, as the RFC allows; Java's offsets end at 18 hours. */
  private static OptionalInt offsetSeconds(String text, int start) {
    if (text.length() == start + 1 && hasLetter(text, start, 'Z')) {
      return OptionalInt.of(0);
    }
    if (text.length() != start + 1 + OFFSET.length() || !hasForm(text, start + 1, OFFSET)) {
      return OptionalInt.empty();
    }
    int hours = number(text, start + 1, 2);
    int minutes = number(text, start + 4, 2);
    char sign = text.charAt(start);
    if ((sign != '+' && sign != '-') || hours > 23 || minutes > 59) {
      return OptionalInt.empty();
    }
    int seconds = (hours * 60 + minutes) * 60;
    return OptionalInt.of(sign == '-' ? -seconds : seconds);
  }

  /** Whether a second is the last of a month in UTC, the only place of a leap second. */
  private static boolean endsMonth(long seconds) {
    LocalDateTime next = LocalDateTime.ofEpochSecond(seconds + 1, 0, ZoneOffset.UTC);
    return next.getDayOfMonth() == 1 && next.toLocalTime().toSecondOfDay() == 0;
  }

  /** Whether the text matches the form, in which a zero represents any digit. */
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

  /** Ignores case, as the RFC does. */
  private static boolean hasLetter(String text, int index, char letter) {
    return index < text.length()
        && (text.charAt(index) == letter || text.charAt(index) == Character.toLowerCase(letter));
  }

  /** ASCII only: the RFC excludes the other digits that Java accepts. */
  private static boolean isDigit(char found) {
    return found >= '0' && found <= '9';
  }

  private static int number(String text, int start, int length) {
    return Integer.parseInt(text, start, start + length, 10);
  }
}
