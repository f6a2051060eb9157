package io.journeystats.csv;

/**
 * How a file is written, beyond what every file has in common.
 *
 * @param bom whether it begins with a byte order mark, by which spreadsheets know UTF-8
 * @param raw whether texts stay as they are, for programs; else what a spreadsheet could take for a
 *     formula is escaped
 */
public record CsvStyle(boolean bom, boolean raw) {
  /** Escaped, and no mark. */
  public static final CsvStyle USUAL = new CsvStyle(false, false);

  /** What stands at the beginning of the file. */
  String beginning() {
    return bom ? "\uFEFF" : "";
  }

  /** A text of anybody's making. */
  String text(String text) {
    return raw ? text : FormulaEscaping.escape(text);
  }
}
