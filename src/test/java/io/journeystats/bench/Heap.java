package io.journeystats.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of the service's virtual machine, as its log of garbage collections tells.
 *
 * @param log the log
 */
record Heap(Path log) {
  /** For example {@code Pause Young (Normal) 120M->45M(256M)}. */
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

  /**
   * What the heap held at its fullest.
   *
   * @param beforeCollection in megabytes, garbage included
   * @param afterCollection in megabytes, without what a collection found to be garbage
   */
  record Peak(long beforeCollection, long afterCollection) {}

  Peak peak() throws IOException {
    long before = 0;
    long after = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher collection = COLLECTION.matcher(line);
      if (collection.find()) {
        before = Math.max(before, Long.parseLong(collection.group(1)));
        after = Math.max(after, Long.parseLong(collection.group(2)));
      }
    }
    return new Peak(before, after);
  }
}
