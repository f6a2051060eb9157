package io.journeystats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown document of the project.
 *
 * @param path where it is
 * @param text what it says
 */
record Document(Path path, String text) {
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```\\n?");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

  /** Reads a document. */
  static Document of(String path) {
    return of(Path.of(path));
  }

  private static Document of(Path path) {
    try {
      return new Document(path, Files.readString(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All documents that people write. */
  static List<Document> all() {
    Path generated = Path.of("docs/metrics.md");
    Path measured = Path.of("docs/benchmark.md");
    try (Stream<Path> files = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "bench/README.md").map(Path::of),
              files
                  .filter(file -> file.toString().endsWith(".md"))
                  .filter(file -> !file.equals(generated) && !file.equals(measured))
                  .sorted())
          .map(Document::of)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The commands, block by block. */
  List<String> shellBlocks() {
    return find(SHELL);
  }

  /** What is set as code within its sentences and tables. */
  List<String> codes() {
    return find(CODE, prose());
  }

  /** Everything but blocks of code. */
  String prose() {
    return BLOCK.matcher(text).replaceAll("");
  }

  /** What a pattern's only group finds. */
  List<String> find(Pattern pattern) {
    return find(pattern, text);
  }

  /** What a pattern's only group finds in a text. */
  static List<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The rows of its tables. */
  List<String> rows() {
    return text.lines().filter(line -> line.startsWith("|")).toList();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
