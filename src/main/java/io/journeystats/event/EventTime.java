package io.journeystats.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The time of an event: RFC 3339 text with an offset, kept to the millisecond. Read by hand, in a
 * tenth of the time that Java's formatter takes, which also knows other times than the RFC.
 */
final class EventTime {
  /** The first instant that the database's time type holds. */
  static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /** How far clocks of senders may run ahead. */
  static final Duration AHEAD = Duration.ofHours(24);

  private static final String DATE = "0000-00-00";
  private static final String TIME = "00:00:00";
  private static final String OFFSET = "00:00";

  private static final int START_OF_TIME = DATE.length() + 1;
  private static final int END_OF_TIME = START_OF_TIME + TIME.length();
  private static final int MILLIS_DIGITS = 3;

  private EventTime() {}

  /**
   * The instant that a text names, digits beyond milliseconds cut off; empty where it has another
   * form. A leap second is the last millisecond before it, so that it stays on its day.
   */
  static Optional<Instant> parse(String text) {
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

  /** Where the offset begins; -1 where there is a dot without digits. */
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

  /** Up to a day, as the RFC has them: Java's own end at 18 hours. */
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

  /**
   * Tells whether a second is the last of a month in UTC, after which there may be a leap second.
   */
  private static boolean endsMonth(long seconds) {
    LocalDateTime next = LocalDateTime.ofEpochSecond(seconds + 1, 0, ZoneOffset.UTC);
    return next.getDayOfMonth() == 1 && next.toLocalTime().toSecondOfDay() == 0;
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

  /** In either case, as the RFC has it. */
  private static boolean hasLetter(String text, int index, char letter) {
    return index < text.length()
        && (text.charAt(index) == letter || text.charAt(index) == Character.toLowerCase(letter));
  }

  /** Of ASCII only: Java knows other digits, the RFC does not. */
  private static boolean isDigit(char found) {
    return found >= '0' && found <= '9';
  }

  private static int number(String text, int start, int length) {
    return Integer.parseInt(text, start, start + length, 10);
  }
}
