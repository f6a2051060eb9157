package io.journeystats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/** What documents name exists, and what they have to name is there. */
final class DocumentsTest {
  private static final Document README = Document.of("README.md");
  private static final Document DEPENDENCIES = Document.of("docs/dependencies.md");
  private static final Document ARCHITECTURE = Document.of("docs/ARCHITECTURE.md");
  private static final JsonNode PACKAGE = json("src/main/ui/package.json");

  private static final int LONGEST_LINE = 120;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| ([^|]+) \\|");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern VARIABLE = Pattern.compile("\\b(JOURNEY_STATS_[A-Z_]+)");
  private static final Pattern CALL =
      Pattern.compile("`(?:GET|POST|PUT|PATCH|DELETE) (/[^`\\s?]*)[^`]*`");
  private static final Pattern IN_COMMAND = Pattern.compile("(?:\\$api|/api/v1)(/[^\\s\"'?]*)");
  private static final Pattern BELOW_JOURNEY =
      Pattern.compile("`((?:stats/|timeline)[^`?]*)[^`]*`");
  private static final Pattern PROFILE = Pattern.compile("mvn -P(\\w+)");
  private static final Pattern GOAL = Pattern.compile("mvn ([a-z]+)");
  private static final Pattern COMMAND_OF_JAR =
      Pattern.compile("java -jar target/journey-stats-\\*\\.jar (\\w+)");
  private static final Pattern FILE_OF_JAR = Pattern.compile("\\.jar migrate (\\S+)");
  private static final Pattern CLASS =
      Pattern.compile("(?:`|\\(|participant \\w as )([A-Z][a-z0-9]+[A-Z]\\w*)");
  private static final Pattern LAYER = Pattern.compile("(?m)^\\| (\\d+) \\| `(\\w+)` \\|");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?io\\.journeystats\\.(\\w+)\\.");
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
  private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+(?:IT|Test))`");
  private static final Pattern FIGURE =
      Pattern.compile("(\\d[\\d.,]*\\d (?:ms|events/s|rows/s|bytes|of 16 calls within))");
  private static final Set<String> CLASSES = classes();
  private static final Set<String> PHASES = Set.of("verify", "package", "test", "compile");

  static List<Document> documents() {
    return Document.all();
  }

  @Test
  void everyDependencyIsExplained() {
    Set<String> explained = Set.copyOf(DEPENDENCIES.find(QUOTED));
    assertThat(explained)
        .containsAll(artifacts("/project/dependencies/dependency/artifactId"))
        .containsAll(artifacts("//plugin/artifactId"))
        .containsAll(artifacts("//annotationProcessorPaths/path/artifactId"))
        .containsAll(artifacts("//plugin/dependencies/dependency/artifactId"))
        .containsAll(artifacts("//artifactItem/artifactId"))
        .containsAll(packages());
  }

  @Test
  void noOtherDependencyIsExplained() {
    Set<String> explained =
        FIRST_CELL
            .matcher(DEPENDENCIES.text())
            .results()
            .flatMap(cell -> QUOTED.matcher(cell.group(1)).results())
            .map(name -> name.group(1))
            .collect(Collectors.toSet());
    Set<String> known = artifacts("//artifactId");
    known.addAll(packages());
    assertThat(explained).isNotEmpty().isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Document document) {
    for (String link : document.find(LINK)) {
      if (!link.startsWith("http")) {
        String[] parts = link.split("#", 2);
        Path target =
            parts[0].isEmpty()
                ? document.path()
                : document.path().resolveSibling(parts[0]).normalize();
        assertThat(target).as("%s links to %s", document, link).exists();
        if (parts.length == 2) {
          assertThat(anchors(target)).as("%s links to %s", document, link).contains(parts[1]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linesFitTheirWidth(Document document) {
    // Tables and pictures cannot be wrapped.
    assertThat(
            document
                .text()
                .lines()
                .filter(line -> !line.startsWith("|") && !line.startsWith("!"))
                .filter(line -> line.codePointCount(0, line.length()) > LONGEST_LINE))
        .as("longer lines of %s", document)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theTestsNamedExist(Document document) {
    assertThat(CLASSES).as("%s", document).containsAll(document.find(TEST_CLASS));
  }

  @Test
  void theClassesThatTheArchitectureNamesExist() {
    assertThat(CLASSES).containsAll(ARCHITECTURE.find(CLASS));
  }

  /** ArchUnit checks the classes; this checks the table that people read. */
  @Test
  void theArchitectureHasEveryPackageInItsLayer() throws IOException {
    Path root = Path.of("src/main/java/io/journeystats");
    Map<String, Integer> layers =
        LAYER
            .matcher(ARCHITECTURE.text())
            .results()
            .collect(Collectors.toMap(row -> row.group(2), row -> Integer.valueOf(row.group(1))));
    try (Stream<Path> packages = Files.list(root)) {
      assertThat(packages.map(folder -> String.valueOf(folder.getFileName())))
          .containsExactlyInAnyOrderElementsOf(layers.keySet());
    }
    layers.forEach((name, layer) ->
        assertThat(Document.find(IMPORT, read(sources(root.resolve(name)))))
            .filteredOn(used -> !used.equals(name))
            .as("what %s uses", name)
            .allSatisfy(used -> assertThat(layers.get(used)).as(used).isGreaterThan(layer)));
  }

  @Test
  void everyDecisionIsInTheIndex() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs/decisions"))) {
      List<String> decisions =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> !name.equals("README.md"))
              .sorted()
              .toList();
      assertThat(Document.of("docs/decisions/README.md").find(LINK)).containsAll(decisions);
      assertThat(decisions).extracting(name -> name.substring(0, 4)).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theCallsNamedExist(Document document) {
    Stream<String> named =
        Stream.of(
                document.find(CALL).stream(),
                document.shellBlocks().stream()
                    .flatMap(block -> IN_COMMAND.matcher(block).results())
                    .map(path -> path.group(1)),
                document.path().equals(README.path())
                    ? README.find(BELOW_JOURNEY).stream().map("/journeys/{journey}/"::concat)
                    : Stream.<String>empty())
            .flatMap(paths -> paths);
    assertThat(named.filter(path -> !isServed(path)).toList())
        .as("what %s calls, and the API does not have", document)
        .isEmpty();
  }

  @Test
  void theReadmesCommandsExist() {
    String commands = String.join("\n", README.shellBlocks());
    assertThat(artifacts("//profile/id")).containsAll(Document.find(PROFILE, commands));
    assertThat(PHASES).containsAll(Document.find(GOAL, commands));
    String sources = read(sources(Path.of("src/main/java/io/journeystats/app")));
    assertThat(Document.find(COMMAND_OF_JAR, commands))
        .isNotEmpty()
        .allSatisfy(command -> assertThat(sources).contains("super(\"" + command + "\""));
    assertThat(Document.find(FILE_OF_JAR, commands))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
    assertThat(commands).contains("docker compose up");
    assertThat(Path.of("docker-compose.yml")).exists();
  }

  @Test
  void theReadmeNamesTheVariablesOfTheConfigurationAndNoOthers() {
    Set<String> named = Set.copyOf(README.find(VARIABLE));
    String elsewhere =
        read(
            Stream.concat(
                Stream.of(Path.of("docker-compose.yml")),
                sources(Path.of("src/main/java/io/journeystats/app"))));
    assertThat(named).containsAll(Document.of("config.yml").find(VARIABLE));
    assertThat(named)
        .allSatisfy(variable ->
            assertThat(elsewhere + Document.of("config.yml").text()).contains(variable));
  }

  /** A new benchmark has new figures. */
  @Test
  void theReadmesFiguresAreThoseOfTheBenchmark() {
    String benchmark = Document.of("docs/benchmark.md").text();
    List<String> rows =
        README.rows().stream()
            .dropWhile(row -> !row.contains("docs/benchmark.md"))
            .skip(2)
            .takeWhile(row -> row.startsWith("|"))
            .limit(5)
            .toList();
    assertThat(rows).hasSize(5);
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(Document.find(FIGURE, row))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(benchmark).as(row).contains(figure)));
  }

  private static boolean isServed(String path) {
    // Of what people fill in, and of pages, nothing can be known.
    if (path.contains("…")
        || Set.of("/api/v1/docs", "/docs", "/healthcheck", "/metrics").contains(path)) {
      return true;
    }
    String[] asked = path.replaceFirst("^/api/v1/", "/").split("/");
    return ApiDocument.paths().stream()
            .map(known -> known.split("/"))
            .anyMatch(known -> isSame(known, asked))
        || path.equals("/tasks/rebuild")
        || path.equals("/tasks/erase");
  }

  private static boolean isSame(String[] known, String[] asked) {
    return known.length == asked.length
        && IntStream.range(0, known.length)
            .allMatch(index ->
                known[index].equals(asked[index])
                    || (known[index].startsWith("{") && known[index].endsWith("}")));
  }

  private static Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    names(PACKAGE.path("dependencies")).forEach(packages::add);
    names(PACKAGE.path("devDependencies")).forEach(packages::add);
    return packages;
  }

  /** Ids of the build file. */
  private static Set<String> artifacts(String xpath) {
    try {
      var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
      NodeList nodes =
          (NodeList)
              XPathFactory.newInstance().newXPath().evaluate(xpath, pom, XPathConstants.NODESET);
      Set<String> artifacts =
          IntStream.range(0, nodes.getLength())
              .mapToObj(index -> nodes.item(index).getTextContent().strip())
              .collect(Collectors.toCollection(TreeSet::new));
      artifacts.remove("*");
      assertThat(artifacts).as(xpath).isNotEmpty();
      return artifacts;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The names of headings, as GitHub makes them. */
  private static Set<String> anchors(Path document) {
    return read(Stream.of(document))
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static Set<String> classes() {
    return Stream.of("src/main/java", "src/test/java")
        .flatMap(folder -> sources(Path.of(folder)))
        .flatMap(file -> Document.of(file.toString()).find(DECLARATION).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Stream<Path> files) {
    return files.map(file -> Document.of(file.toString()).text()).collect(Collectors.joining("\n"));
  }

  private static Stream<String> names(JsonNode object) {
    return object.properties().stream().map(entry -> entry.getKey());
  }

  private static JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(Path.of(path).toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
