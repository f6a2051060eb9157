package io.journeystats.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every threshold can be exceeded. */
final class ThresholdsTest {
  private Results results;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    results = Results.of(directory.resolve("result.json"));
  }

  @Test
  void noThresholdIsExceededWithoutResults() {
    assertThat(exceeded()).isEmpty();
  }

  @Test
  void latencyThresholdsApplyToTheMean() throws IOException {
    results.put("latency", List.of(latency(10, 2, List.of()), latency(10, 50, List.of())));
    assertThat(exceeded()).isEmpty();
    results.put("latency", List.of(latency(10, 2, List.of()), latency(10, 5, List.of())));
    assertThat(exceeded())
        .containsExactly(
            "service ÷ SQL by hand: 3.16, at most 1.50", "service ÷ DuckDB: 3.16, at most 2.00");
  }

  @Test
  void differentResultsAreReported() throws IOException {
    results.put("latency", List.of(latency(10, 10, List.of("/goals: 1 instead of 2"))));
    assertThat(exceeded())
        .containsExactly("performance all: results differ, [/goals: 1 instead of 2]");
  }

  @Test
  void dashboardsMustStayFastWithEvents() throws IOException {
    results.put(
        "life",
        List.of(life(Life.Beside.NOTHING, 700, Map.of()), life(Life.Beside.MANY, 20, Map.of())));
    assertThat(exceeded()).containsExactly("dashboards with events ÷ without: 0.03, at least 0.30");
  }

  @Test
  void errorsAreNotAllowedAnywhere() throws IOException {
    results.put("life", List.of(life(Life.Beside.FEW, 700, Map.of("503", 1))));
    assertThat(exceeded()).containsExactly("life with FEW: errors {503=1}, events {}");
  }

  @Test
  void ingestionDiskUseAndFreshnessHaveThresholds() throws IOException {
    results.put(
        "ingestion",
        List.of(
            new IngestionRow("events", 2, 50_000, 30_000, 200_000.0, timings(1)),
            new IngestionRow("once more", 2, 50_000, 10, null, timings(1))));
    results.put("freshness", new Freshness(10, 1, 20));
    results.put("disk", new DiskUse(10, List.of(new DiskUse.TableUse("events", 10, 760, 1))));
    assertThat(exceeded())
        .containsExactly(
            "ingestion ÷ ClickHouse's own: 0.15, at least 0.20",
            "bytes per event: 76, at most 75",
            "events missing in uncached answers: 1.00, at most 0.00");
  }

  @Test
  void filesAreComparedWithClickHouse() throws IOException {
    results.put(
        "exports",
        new Exports.Found(
            List.of(file("users.csv", 40, true), file("goal.csv", 10, false)),
            new Heap.Peak(1, 1)));
    assertThat(exceeded())
        .containsExactly(
            "users.csv ÷ ClickHouse's own: 0.40, at least 0.50",
            "goal.csv: bytes differ from ClickHouse's own file");
  }

  private List<String> exceeded() {
    return new Thresholds(results).exceeded();
  }

  private static LatencyRow latency(double service, double others, List<String> differences) {
    return new LatencyRow(
        "performance",
        "all",
        timings(service),
        timings(1),
        new Reading(1, 1, 1),
        timings(others),
        null,
        timings(others),
        differences);
  }

  private static LifeRow life(Life.Beside beside, double perSecond, Map<String, Integer> errors) {
    return new LifeRow(
        beside,
        new LoadRow(16, 8, 0, 0, perSecond, errors, timings(1)),
        0,
        Map.of(),
        null,
        new ProcessorTime(1, 1, 1, 1));
  }

  private static ExportRow file(String what, double perSecond, boolean same) {
    return new ExportRow(what, 1, 0, 100, 100, perSecond, 100.0, same, 1, 1, null);
  }

  private static Timings timings(double median) {
    return new Timings(median, median, median, 1);
  }
}
