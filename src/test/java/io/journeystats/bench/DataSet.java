package io.journeystats.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * The description of a data directory, stored with the data so that the next run can reuse them.
 *
 * @param recipe a hash of everything that determines the data: statements, schema, seed and size
 * @param zone the time zone of the tenants
 * @param start the time of the first event
 * @param end the time of the last one
 */
record DataSet(String recipe, String zone, long start, long end) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DAYS = 180;

  /**
   * The current hour in the tenants' time zone, chosen so that the period today has enough events.
   */
  private static final int HOUR = 15;

  /** A data set to be created, which ends now. */
  static DataSet planned(String recipe, Instant now) {
    int ahead = Math.min(HOUR - now.atZone(ZoneOffset.UTC).getHour(), 14);
    // In these names, the sign is inverted.
    String zone = ahead == 0 ? "Etc/UTC" : "Etc/GMT%+d".formatted(-ahead);
    Instant start =
        LocalDate.ofInstant(now, ZoneId.of(zone))
            .minusDays(DAYS)
            .atStartOfDay(ZoneId.of(zone))
            .toInstant();
    return new DataSet(recipe, zone, start.toEpochMilli(), now.toEpochMilli());
  }

  /** The recipe of the data for some settings. */
  static String recipe(Settings settings, long entrances) throws IOException {
    StringBuilder recipe = new StringBuilder();
    recipe.append(settings.seed()).append(' ').append(entrances);
    for (Path directory : new Path[] {Path.of("bench/data"), Path.of("clickhouse/migrations")}) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.sorted().toList()) {
          recipe.append(Files.readString(file));
        }
      }
    }
    return Hashing.sha256().hashString(recipe, StandardCharsets.UTF_8).toString();
  }

  /** Whether a directory contains data of the recipe that were created today. */
  static boolean isUsable(Path directory, String recipe, Instant now) throws IOException {
    if (Files.notExists(note(directory))) {
      return false;
    }
    DataSet found = read(directory);
    return found.recipe.equals(recipe)
        && LocalDate.ofInstant(now, ZoneId.of(found.zone))
            .equals(LocalDate.ofInstant(Instant.ofEpochMilli(found.end), ZoneId.of(found.zone)));
  }

  static DataSet read(Path directory) throws IOException {
    return JSON.readValue(note(directory).toFile(), DataSet.class);
  }

  /** Marks the data in a directory as complete. */
  void write(Path directory) throws IOException {
    JSON.writeValue(note(directory).toFile(), this);
  }

  /** Deletes the contents of a directory. */
  static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    Files.createDirectories(directory);
  }

  /** Copies data that are not in use, and replaces the contents of the target. */
  static void copy(Path directory, Path target) throws IOException {
    clear(target);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = target.resolve(directory.relativize(file));
        // The engine's symbolic links refer to its other directories.
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  Duration span() {
    return Duration.ofMillis(end - start);
  }

  private static Path note(Path directory) {
    return directory.resolve("data-set.json");
  }
}
