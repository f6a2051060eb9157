package io.journeystats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be asked of the sources only, not of the classes made from them. */
final class SourceTest {
  /** An events table named in SQL text or by jOOQ's {@code table("…")} and {@code name("…")}. */
  private static final Pattern EVENT_TABLE_NAME =
      Pattern.compile(
          "\\b(?:(?:from|join|into|update|table)\\s+|(?:table|name)\\(\")"
              + "(?:events|user_states|user_entrances|device_users|user_presence|event_counts|rollup_progress|conversions|conversion_fillings)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A test class in a command: {@code -Dtest=…} or {@code -Dit.test=…}. */
  private static final Pattern NAMED_TEST = Pattern.compile("-D(?:it\\.)?test=(\\w+)");

  /**
   * The engine for other machines than those that the tests run on; to be removed from here by whom
   * {@code npm install} has written the hash of one.
   */
  private static final Set<String> HASH_NOT_KNOWN =
      Set.of("@chdb/lib-darwin-arm64", "@chdb/lib-darwin-x64", "@chdb/lib-linux-arm64-gnu");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void noClassIsLong() {
    assertThat(mainSources())
        .allSatisfy(source -> assertThat(lines(source)).as("%s", source).isLessThan(400));
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

  /** npm checks what it downloads only where the lock file says what that has to be. */
  @Test
  void everyPackageOfNpmIsPinnedByVersionAndHash() throws IOException {
    for (Path directory : List.of(Path.of("src/main/ui"), Path.of("clickhouse/embedded"))) {
      JsonNode asked = JSON.readTree(directory.resolve("package.json").toFile());
      for (String kind : List.of("dependencies", "devDependencies", "optionalDependencies")) {
        assertThat(asked.path(kind))
            .allSatisfy(version ->
                assertThat(version.asText())
                    .as("%s of %s", kind, directory)
                    .matches("\\d+\\.\\d+\\.\\d+(-stable\\.\\d+)?"));
      }
      JsonNode locked = JSON.readTree(directory.resolve("package-lock.json").toFile());
      List<String> withoutHash =
          locked.path("packages").properties().stream()
              .filter(entry -> !entry.getKey().isEmpty() && !entry.getValue().has("integrity"))
              .map(entry -> entry.getKey().replace("node_modules/", ""))
              .filter(name -> !HASH_NOT_KNOWN.contains(name))
              .toList();
      assertThat(withoutHash).as("%s", directory).isEmpty();
    }
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
