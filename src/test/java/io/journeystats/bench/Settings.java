package io.journeystats.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param profile how many events
 * @param seed what they are made from
 * @param directory where data and logs lie, kept between runs
 * @param parts what is measured
 * @param heap the most memory that the service's virtual machine may take for its heap
 * @param publish whether the report takes the place of the one in {@code docs}
 * @param guard whether the run fails where a threshold is exceeded
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

  /** The settings that the system properties {@code bench.*} name. */
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

  /** The same with data elsewhere. */
  Settings in(Path otherDirectory) {
    return new Settings(profile, seed, otherDirectory, parts, heap, publish, guard);
  }

  /** The same with another limit of the heap. */
  Settings withHeap(String otherHeap) {
    return new Settings(profile, seed, directory, parts, otherHeap, publish, guard);
  }

  boolean wants(Part part) {
    return parts.contains(part);
  }
}
