package io.journeystats.webhook;

import io.journeystats.event.EventType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a message, in the words of events.
 *
 * @param type the type of event that it is
 * @param reason the provider's own code, where something went wrong; else empty
 * @param linkUrl the link that was clicked; else empty
 * @param machine whether no person did it; empty where the provider does not say
 * @param userAgent the program that the user did it with; empty where the provider does not say
 */
record Outcome(
    EventType type, String reason, String linkUrl, Optional<Boolean> machine, String userAgent) {
  /** As long as an event's may be: a long text is no reason to lose the event. */
  private static final int LONGEST_REASON = 256;

  private static final int LONGEST_LINK = 2048;

  private static final int LONGEST_USER_AGENT = 512;

  /** Something that went well, or that needs no reason. */
  static Optional<Outcome> of(EventType type) {
    return Optional.of(new Outcome(type, "", "", Optional.empty(), ""));
  }

  /**
   * Something that went wrong.
   *
   * @param reasons the first of these that is not empty is the reason
   */
  static Optional<Outcome> because(EventType type, String... reasons) {
    String reason = Stream.of(reasons).filter(text -> !text.isEmpty()).findFirst().orElse("");
    return Optional.of(new Outcome(type, cut(reason, LONGEST_REASON), "", Optional.empty(), ""));
  }

  /** A click on a link. */
  static Optional<Outcome> clicked(String linkUrl) {
    return Optional.of(
        new Outcome(
            EventType.MESSAGE_CLICKED, "", cut(linkUrl, LONGEST_LINK), Optional.empty(), ""));
  }

  /** The same with what the provider knows of who, or what, did it. */
  Outcome by(Optional<Boolean> someMachine, String someUserAgent) {
    return new Outcome(type, reason, linkUrl, someMachine, cut(someUserAgent, LONGEST_USER_AGENT));
  }

  private static String cut(String text, int codePoints) {
    return text.codePointCount(0, text.length()) > codePoints
        ? text.substring(0, text.offsetByCodePoints(0, codePoints))
        : text;
  }
}
