package io.journeystats.webhook;

import io.journeystats.event.EventType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An outcome of a message that a provider reports, in terms of events.
 *
 * @param type the event type
 * @param reason the provider's code of the failure; empty if there was none
 * @param linkUrl the clicked link; empty for other types
 * @param machine whether a machine caused the event; empty if the provider does not report it
 * @param userAgent the user agent of the user's client; empty if the provider does not report it
 */
record Outcome(
    EventType type, String reason, String linkUrl, Optional<Boolean> machine, String userAgent) {
  // The maximum lengths of event fields: longer texts are truncated rather than lose the event.
  private static final int MAXIMUM_REASON = 256;
  private static final int MAXIMUM_LINK = 2048;
  private static final int MAXIMUM_USER_AGENT = 512;

  /** An outcome without a reason. */
  static Optional<Outcome> of(EventType type) {
    return Optional.of(new Outcome(type, "", "", Optional.empty(), ""));
  }

  /**
   * A failure.
   *
   * @param reasons candidates for the reason, of which the first non-empty one is used
   */
  static Optional<Outcome> because(EventType type, String... reasons) {
    String reason = Stream.of(reasons).filter(text -> !text.isEmpty()).findFirst().orElse("");
    return Optional.of(
        new Outcome(type, truncate(reason, MAXIMUM_REASON), "", Optional.empty(), ""));
  }

  /** A click on a link. */
  static Optional<Outcome> clicked(String linkUrl) {
    return Optional.of(
        new Outcome(
            EventType.MESSAGE_CLICKED, "", truncate(linkUrl, MAXIMUM_LINK), Optional.empty(), ""));
  }

  /** This outcome, with what the provider reports about the client that caused it. */
  Outcome by(Optional<Boolean> newMachine, String newUserAgent) {
    return new Outcome(
        type, reason, linkUrl, newMachine, truncate(newUserAgent, MAXIMUM_USER_AGENT));
  }

  private static String truncate(String text, int codePoints) {
    return text.codePointCount(0, text.length()) > codePoints
        ? text.substring(0, text.offsetByCodePoints(0, codePoints))
        : text;
  }
}
