package io.journeystats.event;

import io.journeystats.http.InputErrors;

/** Checks of text from outside. */
final class TextChecks {
  private static final int SHOWN = 64;

  private TextChecks() {}

  /** Tells whether a text has more code points than that. */
  static boolean isLongerThan(String text, int codePoints) {
    return text.length() > codePoints && text.codePointCount(0, text.length()) > codePoints;
  }

  /** A text fit for an answer: whatever was sent, short and well-formed. */
  static String printable(String text) {
    return printable(text, SHOWN);
  }

  /** The same, cut where it is longer than so many code points. */
  static String printable(String text, int codePoints) {
    String shown =
        isLongerThan(text, codePoints)
            ? text.substring(0, text.offsetByCodePoints(0, codePoints)) + "…"
            : text;
    return InputErrors.isUnicode(shown) ? shown : shown.replaceAll("\\p{Cs}", "\uFFFD");
  }
}
