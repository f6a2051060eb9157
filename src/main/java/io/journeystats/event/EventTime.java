package io.journeystats.event;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The time of an event: RFC 3339 text with an offset, kept to the millisecond. */
final class EventTime {
  /** The first instant that the database's time type holds. */
  static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /** How far clocks of senders may run ahead. */
  static final Duration AHEAD = Duration.ofHours(24);

  private static final int SECONDS_COLON = 16;

  private EventTime() {}

  /**
   * The instant that a text names, digits beyond milliseconds cut off; empty where it has another
   * form.
   */
  static Optional<Instant> parse(String text) {
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
