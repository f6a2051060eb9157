package io.journeystats.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An SQL file with placeholders in braces.
 *
 * @param text the text, with the remaining placeholders
 */
record Template(String text) {
  static Template read(Path file) throws IOException {
    return new Template(Files.readString(file));
  }

  /** Replaces placeholders by values. */
  Template with(Map<String, ?> values) {
    String filled = text;
    for (var value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue().toString());
    }
    return new Template(filled);
  }
}
