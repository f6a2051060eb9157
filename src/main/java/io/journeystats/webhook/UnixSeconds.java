package io.journeystats.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Times as providers write them: seconds since 1970. */
final class UnixSeconds {
  private UnixSeconds() {}

  /** The instant that a text names; empty where it names none. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The text of an event's time; what names none stays as it is, for the rules to refuse it. */
  static String eventTime(String text) {
    return parse(text).map(Instant::toString).orElse(text);
  }
}
