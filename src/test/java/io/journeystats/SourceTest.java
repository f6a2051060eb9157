package io.journeystats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be asked of the sources only, not of the classes made from them. */
final class SourceTest {
  /** An events table named in SQL text or by jOOQ's {@code table("…")} and {@code name("…")}. */
  private static final Pattern EVENT_TABLE_NAME =
      Pattern.compile(
          "\\b(?:(?:from|join|into|update|table)\\s+|(?:table|name)\\(\")"
              + "(?:events|user_states|user_entrances|user_devices|event_counts|rollup_progress)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A test class in a command: {@code -Dtest=…} or {@code -Dit.test=…}. */
  private static final Pattern NAMED_TEST = Pattern.compile("-D(?:it\\.)?test=(\\w+)");

  @Test
  void noClassIsLong() {
    assertThat(mainSources())
        .allSatisfy(source -> assertThat(lines(source)).as("%s", source).isLessThan(360));
  }

  @Test
  void eventTablesAreNamedInOnePlace() {
    assertThat(mainSources().filter(source -> !source.endsWith("EventTables.java")))
        .allSatisfy(source ->
            assertThat(code(source).filter(EVENT_TABLE_NAME.asPredicate()))
                .as("%s names a table of events", source)
                .isEmpty());
  }

  /** A command that is copied from there has to run. */
  @Test
  void theTestsThatTheDocumentsNameExist() {
    List<String> tests =
        sources("src/test/java").map(file -> String.valueOf(file.getFileName())).toList();
    List<String> named =
        Stream.of("CONTRIBUTING.md", "README.md", "bench/README.md", "docs/metrics.md")
            .flatMap(document -> read(Path.of(document)).stream())
            .flatMap(line -> NAMED_TEST.matcher(line).results())
            .map(found -> found.group(1) + ".java")
            .distinct()
            .toList();
    assertThat(named).isNotEmpty().isSubsetOf(tests);
  }

  private static Stream<Path> mainSources() {
    return sources("src/main/java");
  }

  private static Stream<Path> sources(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList()
          .stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static long lines(Path source) {
    return read(source).size();
  }

  /** The lines that are no comment: prose may well speak of "the time from events". */
  private static Stream<String> code(Path source) {
    return read(source).stream()
        .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"));
  }

  private static List<String> read(Path source) {
    try {
      return Files.readAllLines(source);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
