package io.journeystats.csv;

import java.util.PrimitiveIterator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The escape of texts that a spreadsheet could take for a formula, and run: an apostrophe before
 * them says that a text follows.
 *
 * <p>A text that looks like one that was escaped gets an apostrophe, too. So no two texts become
 * the same, and the escape can be undone: one apostrophe is removed from what matches {@link
 * #PATTERN}.
 */
public final class FormulaEscaping {
  /** What a formula begins with, in ASCII and full width. */
  private static final String SIGNS = "=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}";

  /** Ends of lines and tabs, which begin another cell where a file is pasted. */
  private static final String BREAKS = "\\t\\r\\n";

  /**
   * What is escaped: a sign, also behind what nobody can see, or a break; and the same behind
   * apostrophes. Characters are named by their numbers, so Java and ClickHouse agree on them.
   */
  static final String PATTERN =
      "^'*(?:[%s]|[%s]*[%s])".formatted(BREAKS, invisibleCharacters(), SIGNS);

  private static final Pattern ESCAPED = Pattern.compile(PATTERN);

  private FormulaEscaping() {}

  /** The text, harmless. */
  public static String escape(String text) {
    return ESCAPED.matcher(text).find() ? "'" + text : text;
  }

  /** Spaces, controls, formats and fillers, as ranges. */
  private static String invisibleCharacters() {
    StringBuilder ranges = new StringBuilder();
    PrimitiveIterator.OfInt invisible =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(FormulaEscaping::isInvisible)
            .iterator();
    int first = invisible.nextInt();
    int last = first;
    while (invisible.hasNext()) {
      int next = invisible.nextInt();
      if (next > last + 1) {
        ranges.append("\\x{%X}-\\x{%X}".formatted(first, last));
        first = next;
      }
      last = next;
    }
    return ranges.append("\\x{%X}-\\x{%X}".formatted(first, last)).toString();
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Fillers and selectors of variants, which Unicode counts among letters, marks and symbols.
      default ->
          codePoint == 0x034F
              || codePoint == 0x115F
              || codePoint == 0x1160
              || codePoint == 0x2800
              || codePoint == 0x3164
              || codePoint == 0xFFA0
              || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
              || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    };
  }
}
