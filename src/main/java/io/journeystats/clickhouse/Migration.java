package io.journeystats.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A migration of the schema: a file of statements.
 *
 * @param version the version, from 1 without gaps
 * @param name what it does, from the file's name
 * @param sql the file's text
 */
public record Migration(int version, String name, String sql) {
  private static final Pattern FILE = Pattern.compile("V(\\d{3,})__([a-z0-9_]+)\\.sql");

  static Migration of(String fileName, String sql) {
    var match = FILE.matcher(fileName);
    if (!match.matches()) {
      throw new MigrationException(
          "The migration %s must have a name like V001__first_tables.sql.".formatted(fileName));
    }
    return new Migration(Integer.parseInt(match.group(1)), match.group(2), sql);
  }

  /** Returns the file's hash, which does not depend on line endings. */
  String sha256() {
    try {
      var bytes = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("SHA-256 is missing", e);
    }
  }

  @Override
  public String toString() {
    return "V%03d__%s.sql".formatted(version, name);
  }
}
