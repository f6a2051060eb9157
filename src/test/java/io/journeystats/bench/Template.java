package io.journeystats.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file of SQL with names in braces, to be filled in.
 *
 * @param text what is left to be filled in
 */
record Template(String text) {
  static Template read(Path file) throws IOException {
    return new Template(Files.readString(file));
  }

  /** The text with values in place of their names. */
  Template with(Map<String, ?> values) {
    String filled = text;
    for (var value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue().toString());
    }
    return new Template(filled);
  }
}
