package io.journeystats.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap use of the service, from its garbage collection log.
 *
 * @param log the log
 */
record Heap(Path log) {
  /** Matches, for example, {@code Pause Young (Normal) 120M->45M(256M)}. */
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

  /**
   * The peak heap use.
   *
   * @param beforeCollection the peak in megabytes, with garbage
   * @param afterCollection the peak in megabytes after a collection
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
