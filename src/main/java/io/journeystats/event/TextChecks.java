package io.journeystats.event;

import io.journeystats.http.InputErrors;

/** Checks of text that a client sent. */
final class TextChecks {
  private static final int SHOWN = 64;

  private TextChecks() {}

  /** Whether a text has more than a number of code points. */
  static boolean isLongerThan(String text, int codePoints) {
    return text.length() > codePoints && text.codePointCount(0, text.length()) > codePoints;
  }

  /** Makes a text short and well-formed, so that a response can quote it. */
  static String printable(String text) {
    return printable(text, SHOWN);
  }

  /** Makes a text well-formed, and truncates it to a number of code points. */
  static String printable(String text, int codePoints) {
    String shown =
        isLongerThan(text, codePoints)
            ? text.substring(0, text.offsetByCodePoints(0, codePoints)) + "…"
            : text;
    return InputErrors.isUnicode(shown) ? shown : shown.replaceAll("\\p{Cs}", "\uFFFD");
  }
}
