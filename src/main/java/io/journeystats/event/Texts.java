package io.journeystats.event;

/** Checks of text from outside. */
final class Texts {
  private static final int SHOWN = 64;

  private Texts() {}

  /** Tells whether a text has more code points than that. */
  static boolean isLongerThan(String text, int codePoints) {
    return text.length() > codePoints && text.codePointCount(0, text.length()) > codePoints;
  }

  /**
   * Tells whether every surrogate is one of a pair, so that the text can be stored without loss.
   */
  static boolean isWellFormed(String text) {
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (Character.isHighSurrogate(unit)
          && index + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(index + 1))) {
        index++;
      } else if (Character.isSurrogate(unit)) {
        return false;
      }
    }
    return true;
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
    return isWellFormed(shown) ? shown : shown.replaceAll("\\p{Cs}", "\uFFFD");
  }
}
