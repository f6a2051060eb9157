package io.journeystats.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A splitter of files into statements at semicolons that are neither quoted nor in a comment. */
final class SqlStatements {
  /** The tokens of a statement; possessive, so that long texts need no stack. */
  private static final Pattern PIECE =
      Pattern.compile(
          """
          (?<comment>--[^\\n]*+|/\\*(?s:.*?)\\*/)
          |(?<text>'(?:[^'\\\\]|\\\\(?s:.))*+'|"(?:[^"\\\\]|\\\\(?s:.))*+"|`(?:[^`\\\\]|\\\\(?s:.))*+`)
          |(?<end>;)
          |(?<other>[^-/'"`;]++|-|/(?!\\*))
          """,
          Pattern.COMMENTS);

  private SqlStatements() {}

  /** Returns the nonempty statements in order, without comments and semicolons. */
  static List<String> split(String sql) {
    var statements = new ArrayList<String>();
    var statement = new StringBuilder();
    var piece = PIECE.matcher(sql);
    int position = 0;
    while (position < sql.length()) {
      if (!piece.find(position) || piece.start() != position) {
        throw new IllegalArgumentException(
            "unterminated quote or comment: "
                + sql.substring(position, Math.min(sql.length(), position + 40)));
      }
      position = piece.end();
      if (piece.group("end") != null) {
        statements.add(statement.toString().strip());
        statement.setLength(0);
      } else {
        // A comment separates two words, so it is replaced by a space.
        statement.append(piece.group("comment") == null ? piece.group() : " ");
      }
    }
    statements.add(statement.toString().strip());
    return statements.stream().filter(text -> !text.isEmpty()).toList();
  }
}
