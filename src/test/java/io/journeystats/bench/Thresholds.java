package io.journeystats.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds against regressions. {@link Requirements} are the goals; a threshold is a margin
 * above the measured value, and is a ratio of two alternating measurements or a number of errors,
 * so that it also holds on a slow machine.
 *
 * @param results the results; parts that were not measured are skipped
 */
record Thresholds(Results results) {
  /** The geometric mean of uncached calls ÷ hand-written SQL. */
  private static final double BY_HAND = 1.5;

  /** The geometric mean of uncached calls ÷ DuckDB. */
  private static final double DUCK_DB = 2;

  /** Dashboards per second with events into their journeys ÷ without. */
  private static final double BESIDE_EVENTS = 0.3;

  /** Ingested events per second ÷ ClickHouse's own insertion. */
  private static final double INGESTION = 0.2;

  /** Rows of a file per second ÷ ClickHouse's own CSV. */
  private static final double FILES = 0.5;

  private static final double BYTES_PER_EVENT = 75;

  /** Describes the exceeded thresholds. */
  List<String> exceeded() {
    List<String> found = new ArrayList<>();
    latency(found);
    life(found);
    files(found);
    for (IngestionRow row : results.rows("ingestion", IngestionRow.class)) {
      Double own = row.own();
      if (own != null) {
        atLeast(found, "ingestion ÷ ClickHouse's own", row.perSecond() / own, INGESTION);
      }
    }
    results
        .get("disk", DiskUse.class)
        .ifPresent(disk -> atMost(found, "bytes per event", disk.bytesPerEvent(), BYTES_PER_EVENT));
    results
        .get("freshness", Freshness.class)
        .ifPresent(freshness ->
            atMost(found, "events missing in uncached answers", freshness.missingAtOnce(), 0));
    return found;
  }

  private void latency(List<String> found) {
    List<LatencyRow> rows = results.rows("latency", LatencyRow.class);
    rows.stream()
        .filter(row -> !row.differences().isEmpty())
        .map(row ->
            "%s %s: results differ, %s".formatted(row.endpoint(), row.period(), row.differences()))
        .forEach(found::add);
    atMost(found, "service ÷ SQL by hand", mean(rows, LatencyRow::handWritten), BY_HAND);
    atMost(found, "service ÷ DuckDB", mean(rows, LatencyRow::duckDb), DUCK_DB);
  }

  /** The geometric mean of the service's time ÷ another's; 0 without rows. */
  private static double mean(List<LatencyRow> rows, Other other) {
    return Math.exp(
        rows.stream()
            .flatMapToDouble(row -> ratio(row, other.of(row)))
            .map(Math::log)
            .average()
            .orElse(Double.NEGATIVE_INFINITY));
  }

  private static DoubleStream ratio(LatencyRow row, @Nullable Timings other) {
    return other == null
        ? DoubleStream.empty()
        : DoubleStream.of(row.uncached().median() / other.median());
  }

  /** Selects the compared timings of a row; null if not measured. */
  private interface Other {
    @Nullable Timings of(LatencyRow row);
  }

  private void life(List<String> found) {
    List<LifeRow> rows = results.rows("life", LifeRow.class);
    rows.stream()
        .filter(row -> !row.isWithoutErrors())
        .map(row -> "life with %s: errors %s".formatted(row.beside(), row.errors()))
        .forEach(found::add);
    ToDoubleFunction<Life.Beside> perSecond =
        beside ->
            rows.stream()
                .filter(row -> row.beside() == beside)
                .mapToDouble(row -> row.dashboards().perSecond())
                .sum();
    double alone = perSecond.applyAsDouble(Life.Beside.NOTHING);
    if (alone > 0) {
      atLeast(
          found,
          "dashboards with events ÷ without",
          perSecond.applyAsDouble(Life.Beside.MANY) / alone,
          BESIDE_EVENTS);
    }
  }

  private void files(List<String> found) {
    results.get("exports", Exports.Found.class).stream()
        .flatMap(exports -> exports.rows().stream())
        .forEach(row -> {
          Double own = row.own();
          if (!row.same()) {
            found.add(row.what() + ": bytes differ from ClickHouse's own file");
          }
          if (own != null && !row.isGrouped()) {
            atLeast(found, row.what() + " ÷ ClickHouse's own", row.perSecond() / own, FILES);
          }
        });
  }

  private static void atMost(List<String> found, String what, double measured, double limit) {
    if (measured > limit) {
      found.add("%s: %s, at most %s".formatted(what, Table.ratio(measured), Table.ratio(limit)));
    }
  }

  private static void atLeast(List<String> found, String what, double measured, double limit) {
    if (measured < limit) {
      found.add("%s: %s, at least %s".formatted(what, Table.ratio(measured), Table.ratio(limit)));
    }
  }
}
