package io.journeystats.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A parser of times in seconds since 1970, as providers send them. */
final class UnixSeconds {
  private UnixSeconds() {}

  /** The instant of a text; empty if the text is not a valid time. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Converts a text to the time of an event. An invalid text stays as it is, so it is rejected. */
  static String eventTime(String text) {
    return parse(text).map(Instant::toString).orElse(text);
  }
}
