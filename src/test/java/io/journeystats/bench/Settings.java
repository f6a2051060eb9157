package io.journeystats.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The settings of a run.
 *
 * @param profile the size
 * @param seed the random seed
 * @param directory the directory of data and logs, which is kept between runs
 * @param parts the parts to measure
 * @param heap the maximum heap of the service
 * @param publish whether to replace the report in {@code docs}
 * @param guard whether the run fails if a threshold is exceeded
 */
record Settings(
    Profile profile,
    long seed,
    Path directory,
    Set<Part> parts,
    String heap,
    boolean publish,
    boolean guard) {

  /** A part of the benchmark that can be run alone. */
  enum Part {
    DISK,
    LATENCY,
    LOAD,
    INGESTION,
    LIFE,
    ERASURE,
    EXPORTS,
    CAMPAIGN,
    STARTUP,
    IDLE,
    GROWTH;

    private static Set<Part> parse(String text) {
      Set<Part> parts = EnumSet.noneOf(Part.class);
      for (String name : text.toUpperCase(Locale.ROOT).split(",", -1)) {
        if (name.equals("ALL")) {
          return EnumSet.allOf(Part.class);
        }
        parts.add(valueOf(name.strip()));
      }
      return parts;
    }
  }

  /** The settings of the system properties {@code bench.*}. */
  static Settings ofProperties() {
    Profile profile = Profile.find(System.getProperty("bench.events", "small"));
    String directory = System.getProperty("bench.directory", "");
    return new Settings(
        profile,
        Long.getLong("bench.seed", 42),
        directory.isEmpty() ? Path.of("target", "bench", profile.key()) : Path.of(directory),
        Part.parse(System.getProperty("bench.only", "all")),
        System.getProperty("bench.heap", "512m"),
        Boolean.getBoolean("bench.publish"),
        Boolean.getBoolean("bench.guard"));
  }

  /** These settings with another directory. */
  Settings in(Path otherDirectory) {
    return new Settings(profile, seed, otherDirectory, parts, heap, publish, guard);
  }

  /** These settings with another maximum heap. */
  Settings withHeap(String otherHeap) {
    return new Settings(profile, seed, directory, parts, otherHeap, publish, guard);
  }

  boolean wants(Part part) {
    return parts.contains(part);
  }
}
