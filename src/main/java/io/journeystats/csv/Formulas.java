package io.journeystats.csv;

/**
 * The protection from texts that a spreadsheet would take for a formula, and run: they get an
 * apostrophe in front, which says that a text follows.
 */
public final class Formulas {
  /** What a formula begins with. */
  static final String BEGINNINGS = "=+-@\t\r";

  private Formulas() {}

  /** The text, harmless. */
  public static String neutralised(String text) {
    return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
