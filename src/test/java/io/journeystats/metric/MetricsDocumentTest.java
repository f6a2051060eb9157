package io.journeystats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/metrics.md} with the code; {@code -Ddocs.write=true} regenerates it. */
class MetricsDocumentTest {
  private static final Path DOCUMENT = Path.of("docs", "metrics.md");

  @Test
  void theDocumentIsUpToDate() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(DOCUMENT, document());
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
  }

  @Test
  void keysAreUniqueWhereTheyAreShown() {
    for (MetricCatalogue.Group group : MetricCatalogue.groups()) {
      assertThat(group.metrics()).extracting(Metric::key).doesNotHaveDuplicates();
    }
  }

  private static String document() {
    return """
    # Metrics

    Generated from the definitions in the code; `mvn test -Dtest=MetricsDocumentTest -Ddocs.write=true` regenerates it.

    `|x|` is the number of events of type x; an event that was sent several times counts once. `users(x)`, `messages(x)` and `pairs(x)`
    are the numbers of distinct users, messages, and step-and-user pairs among them. A rate is a fraction, null if its base is 0.

    """
        + MetricCatalogue.groups().stream()
            .map(MetricsDocumentTest::section)
            .collect(Collectors.joining("\n"));
  }

  private static String section(MetricCatalogue.Group group) {
    return "## %s\n\n| key | title | unit | meaning | formula |\n| --- | --- | --- | --- | --- |\n"
            .formatted(group.title())
        + group.metrics().stream().map(MetricsDocumentTest::row).collect(Collectors.joining());
  }

  private static String row(Metric metric) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            metric.key(),
            metric.title(),
            metric.unit() == Metric.Unit.COUNT ? "count" : "fraction",
            metric.definition(),
            FormulaText.of(metric.formula()).replace("|", "\\|"));
  }
}
