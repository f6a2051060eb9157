package io.journeystats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference has everything that the API and the configuration have. */
final class ReferenceTest {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  @ParameterizedTest
  @CsvSource({
    "csv, ExportKind",
    "roles-and-history, HistoryKind",
    "roles-and-history, Role",
    "limits, Limit",
    "definitions, TripEnd",
  })
  void theReferenceHasEveryValue(String page, String schema) {
    Document document = Document.of("docs/reference/" + page + ".md");
    assertThat(String.join("\n", document.codes())).contains(ApiDocument.values(schema));
  }

  @Test
  void theReferenceHasEveryFile() {
    List<String> codes = Document.of("docs/reference/csv.md").codes();
    assertThat(ApiDocument.paths().stream().filter(path -> path.endsWith(".csv")))
        .isNotEmpty()
        .allSatisfy(path ->
            assertThat(codes)
                .as(path)
                .anyMatch(code ->
                    code.split("\\?", 2)[0].equals(path.replace("/journeys/{journey}/", ""))));
  }

  @Test
  void theReferenceHasEveryRefusal() {
    String page = Document.of("docs/reference/errors.md").text();
    assertThat(ApiDocument.refusals())
        .isNotEmpty()
        .allSatisfy(status -> assertThat(page).containsPattern("(?m)^\\| [^|]*" + status));
  }

  @Test
  void theReferenceHasEverySortValue() {
    assertThat(ApiDocument.sortValues())
        .isNotEmpty()
        .isSubsetOf(Document.of("docs/reference/lists.md").codes());
  }

  @Test
  void theLimitsNamedAreInTheConfiguration() {
    String configuration = Document.of("config.yml").text();
    List<String> keys =
        Document.of("docs/reference/limits.md").rows().stream()
            .flatMap(row -> QUOTED.matcher(row).results())
            .map(code -> code.group(1).replace("…", ""))
            .flatMap(code -> Stream.of(code.split("\\.")))
            .filter(key -> key.matches("[a-z]+[A-Z]\\w+"))
            .toList();
    assertThat(keys)
        .hasSizeGreaterThan(20)
        .allSatisfy(key -> assertThat(configuration).containsPattern("\\b" + key + ":"));
  }
}
