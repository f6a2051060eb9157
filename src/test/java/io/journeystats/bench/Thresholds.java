package io.journeystats.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What no later version may be worse than. {@link Requirements} says what is asked for; a threshold
 * lies a margin above what was reached, and is a ratio of two things measured in turns or a number
 * of faults, so that it holds on a slow machine, too.
 *
 * @param results what was measured; parts that were not are not looked at
 */
record Thresholds(Results results) {
  /** Geometric mean of the uncached calls ÷ SQL by hand. */
  private static final double BY_HAND = 1.5;

  /** Geometric mean of the uncached calls ÷ DuckDB. */
  private static final double DUCK_DB = 2;

  /** Dashboards looked at while events come into their journeys ÷ those while none come. */
  private static final double BESIDE_EVENTS = 0.3;

  /** Events that come in, of what ClickHouse inserts by itself. */
  private static final double INGESTION = 0.2;

  /** Rows of a file, of what ClickHouse writes by itself. */
  private static final double FILES = 0.5;

  private static final double BYTES_AN_EVENT = 75;

  /** What is worse than it may be, in sentences. */
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
        .ifPresent(disk -> atMost(found, "bytes an event", disk.bytesAnEvent(), BYTES_AN_EVENT));
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
            "%s %s: numbers differ, %s".formatted(row.endpoint(), row.period(), row.differences()))
        .forEach(found::add);
    atMost(found, "service ÷ SQL by hand", mean(rows, LatencyRow::handWritten), BY_HAND);
    atMost(found, "service ÷ DuckDB", mean(rows, LatencyRow::duckDb), DUCK_DB);
  }

  /** The geometric mean of how much longer the service takes than something else; 0 of no rows. */
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

  /** What the service is compared with; null where it was not asked. */
  private interface Other {
    @Nullable Timings of(LatencyRow row);
  }

  private void life(List<String> found) {
    List<LifeRow> rows = results.rows("life", LifeRow.class);
    rows.stream()
        .filter(row -> !row.isWithoutErrors())
        .map(row -> "life beside %s: errors %s".formatted(row.beside(), row.errors()))
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
          "dashboards beside events ÷ beside nothing",
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
            found.add(row.what() + ": not the bytes of ClickHouse's own file");
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
