package io.journeystats.bench;

import static io.journeystats.bench.Table.millis;
import static io.journeystats.bench.Table.number;
import static io.journeystats.bench.Table.ratio;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The requirements of the specification, compared with the results.
 *
 * @param results the results
 */
record Requirements(Results results) {
  private static final Map<String, Double> LIMITS =
      Map.of("all", 250.0, "30d", 100.0, "today", 50.0, "", 500.0);
  private static final String NOT_MEASURED = "not measured in this run";

  String table() {
    Table table = new Table("requirement", "limit", "measured", "met");
    latency(table);
    life(table);
    erasure(table);
    files(table);
    campaign(table);
    ingestion(table);
    freshness(table);
    results
        .get("disk", DiskUse.class)
        .ifPresent(disk ->
            table.row(
                "disk, all tables",
                "≤ 75 bytes per event",
                ratio(disk.bytesPerEvent()) + " bytes",
                met(disk.bytesPerEvent() <= 75)));
    results
        .get("startup", StartUp.class)
        .ifPresent(start ->
            table.row(
                "start to ready, embedded engine",
                "≤ 5 s",
                "%s, first dashboard %s later"
                    .formatted(millis(start.readyMillis()), millis(start.dashboardMillis())),
                met(start.readyMillis() <= 5000)));
    results
        .get("idle", Idle.class)
        .ifPresent(idle ->
            table.row(
                "idle, both processes",
                "≤ 1 % of one core",
                ratio(100 * idle.share()) + " %",
                met(idle.share() <= 0.01)));
    results
        .get("heap", Heap.Peak.class)
        .ifPresent(heap ->
            table.row(
                "heap of the service, without exports",
                "—",
                "at most %d MB, of which %d MB in use"
                    .formatted(heap.beforeCollection(), heap.afterCollection()),
                "—"));
    growth(table);
    return table.toString();
  }

  private void erasure(Table table) {
    results
        .get("erasure", Erasures.Found.class)
        .ifPresent(found -> {
          table.row(
              "one erasure, after which no answer includes the user",
              "≤ 2 s, 0 wrong",
              "p95 %s, %d wrong".formatted(millis(found.single().p95()), found.wrong()),
              met(found.single().p95() <= 2000 && found.wrong() == 0));
          table.row(
              "dashboards' p95 with %s erasures per hour".formatted(number(found.requested())),
              "≤ 1.2 × without",
              "%s ×, %s/h completed".formatted(ratio(found.ratio()), number(found.answered())),
              met(found.ratio() <= 1.2));
        });
  }

  private void latency(Table table) {
    List<LatencyRow> rows = results.rows("latency", LatencyRow.class);
    if (rows.isEmpty()) {
      table.row("every dashboard endpoint", "", NOT_MEASURED, "—");
      return;
    }
    for (String period : List.of("all", "30d", "today", "")) {
      List<LatencyRow> ofPeriod = rows.stream().filter(row -> row.period().equals(period)).toList();
      worst(
          table,
          period.isEmpty() ? "uncached p95, journeys list" : "uncached p95, `%s`".formatted(period),
          "≤ " + millis(LIMITS.getOrDefault(period, 0.0)),
          ofPeriod,
          row -> row.uncached().p95(),
          LIMITS.getOrDefault(period, 0.0));
    }
    worst(table, "cached p95", "≤ 5 ms", rows, row -> row.cached().p95(), 5);
    List<LatencyRow> compared = rows.stream().filter(row -> row.handWritten() != null).toList();
    List<String> slower =
        compared.stream().filter(row -> excess(row) > 0).map(Requirements::name).toList();
    table.row(
        "ratio to SQL by hand",
        "≤ 1.3 + 5 ms",
        "%d of %d calls within the limit%s"
            .formatted(
                compared.size() - slower.size(),
                compared.size(),
                slower.isEmpty() ? "" : "; not: " + String.join(", ", slower)),
        met(slower.isEmpty()));
    List<LatencyRow> besideDuckDb = rows.stream().filter(row -> row.duckDb() != null).toList();
    if (!besideDuckDb.isEmpty()) {
      worstShare(table, besideDuckDb);
    }
    List<String> different =
        rows.stream().filter(row -> !row.differences().isEmpty()).map(Requirements::name).toList();
    table.row(
        "results of SQL and service",
        "equal",
        different.isEmpty() ? "equal" : "different: " + String.join(", ", different),
        met(different.isEmpty()));
  }

  private static void worstShare(Table table, List<LatencyRow> rows) {
    List<String> slower =
        rows.stream()
            .filter(row -> ofDuckDb(row) > 0.5)
            .map(row -> "%s (%s)".formatted(name(row), ratio(ofDuckDb(row))))
            .toList();
    double mean =
        Math.exp(rows.stream().mapToDouble(row -> Math.log(ofDuckDb(row))).average().orElseThrow());
    table.row(
        "service ÷ DuckDB on the same events",
        "≤ 0.5 in each row at 20 million events",
        "%d of %d calls within the limit, geometric mean %s%s"
            .formatted(
                rows.size() - slower.size(),
                rows.size(),
                ratio(mean),
                slower.isEmpty() ? "" : "; not: " + String.join(", ", slower)),
        met(slower.isEmpty()));
  }

  private static double ofDuckDb(LatencyRow row) {
    Timings duckDb = row.duckDb();
    return duckDb == null ? 0 : row.uncached().median() / duckDb.median();
  }

  private static void worst(
      Table table,
      String what,
      String limitText,
      List<LatencyRow> rows,
      ToDoubleFunction<LatencyRow> figure,
      double limit) {
    List<LatencyRow> within =
        rows.stream().filter(row -> figure.applyAsDouble(row) <= limit).toList();
    LatencyRow worst = rows.stream().max(Comparator.comparingDouble(figure)).orElseThrow();
    table.row(
        what,
        limitText,
        "%d of %d calls within the limit; the slowest, %s: %s"
            .formatted(
                within.size(), rows.size(), name(worst), millis(figure.applyAsDouble(worst))),
        met(within.size() == rows.size()));
  }

  private static String name(LatencyRow row) {
    return row.period().isEmpty() ? row.endpoint() : row.endpoint() + " " + row.period();
  }

  /** The time by which the service exceeds its limit compared to hand-written SQL. */
  private static double excess(LatencyRow row) {
    Timings byHand = row.handWritten();
    return byHand == null ? 0 : row.uncached().median() - 1.3 * byHand.median() - 5;
  }

  private void life(Table table) {
    List<LifeRow> rows = results.rows("life", LifeRow.class);
    for (LifeRow row : rows) {
      Timings timings = row.dashboards().timings();
      LifeRow.Files files = row.files();
      String looked =
          "%s requests/s, p95 %s, p99 %s, errors %s"
              .formatted(
                  number(row.dashboards().perSecond()),
                  millis(timings.p95()),
                  millis(timings.p99()),
                  row.errors());
      if (row.beside() == Life.Beside.MANY) {
        table.row(
            "16 users with the cache, and 2,000 events/s into their journeys",
            "≥ 500 requests/s, p99 ≤ 300 ms, no errors",
            "%s; %s events/s".formatted(looked, number(row.eventsPerSecond())),
            met(
                row.dashboards().perSecond() >= 500
                    && timings.p99() <= 300
                    && row.isWithoutErrors()
                    // The rate counts as reached within 1 %.
                    && row.eventsPerSecond() >= 0.99 * row.beside().eventsPerSecond()));
      } else if (files != null) {
        table.row(
            "the same with four files of all users",
            "p95 ≤ 300 ms, files ≥ 200,000 rows/s in total",
            "%s; files %s rows/s".formatted(looked, number(files.perSecond())),
            met(timings.p95() <= 300 && files.perSecond() >= 200_000 && row.isWithoutErrors()));
      }
    }
  }

  private void files(Table table) {
    results
        .get("exports", Exports.Found.class)
        .ifPresent(found -> {
          ExportRow users = found.rows().getFirst();
          Double own = users.own();
          double share = own == null ? 0 : users.perSecond() / own;
          table.row(
              "`users.csv` of %s users".formatted(number(users.rows())),
              "≥ 1,000,000 rows/s, ≥ 0.5 × ClickHouse's own, first byte ≤ 300 ms",
              "%s rows/s, %s ×, first byte %s, first row %s"
                  .formatted(
                      number(users.perSecond()),
                      ratio(share),
                      millis(users.firstByteMillis()),
                      millis(users.firstRowMillis())),
              met(
                  users.perSecond() >= 1_000_000
                      && share >= 0.5
                      && users.firstByteMillis() <= 300));
          found.rows().stream()
              .filter(ExportRow::isGrouped)
              .forEach(row ->
                  table.row(
                      "`%s`".formatted(row.what()),
                      "≥ 500,000 rows/s, first byte ≤ 300 ms",
                      "%s rows/s, first byte %s"
                          .formatted(number(row.perSecond()), millis(row.firstByteMillis())),
                      met(row.perSecond() >= 500_000 && row.firstByteMillis() <= 300)));
          table.row(
              "heap of the service with four concurrent files",
              "≤ 256 MB",
              "at most %d MB, of which %d MB in use"
                  .formatted(found.heap().beforeCollection(), found.heap().afterCollection()),
              met(found.heap().beforeCollection() <= 256));
        });
  }

  private void campaign(Table table) {
    results
        .rows("campaign", CampaignRow.class)
        .forEach(row ->
            table.row(
                "campaign statistics of %s journeys, %s"
                    .formatted(number(row.rows()), row.period()),
                "≤ 3 s at 20 million events",
                millis(row.seconds() * 1000),
                met(row.seconds() <= 3)));
  }

  private void ingestion(Table table) {
    List<IngestionRow> rows = results.rows("ingestion", IngestionRow.class);
    Stream<IngestionRow> whole = rows.stream().filter(row -> row.batch() == 50_000);
    whole.forEach(row -> {
      Double own = row.own();
      boolean fast = row.perSecond() >= 100_000;
      table.row(
          "ingestion, %s, %d sender(s) of %s events"
              .formatted(row.what(), row.senders(), number(row.batch())),
          own == null ? "≥ 100,000 events/s" : "≥ 100,000 events/s, ≥ 0.5 × ClickHouse's own",
          number(row.perSecond())
              + " events/s"
              + (own == null ? "" : ", " + ratio(row.perSecond() / own) + " ×"),
          met(fast && (own == null || row.perSecond() / own >= 0.5)));
    });
  }

  private void freshness(Table table) {
    results
        .get("freshness", Freshness.class)
        .ifPresent(freshness ->
            table.row(
                "accepted events are included in answers",
                "uncached immediately, cached within 10 s",
                "%d of %d immediately; cached after at most %s"
                    .formatted(
                        freshness.trials() - freshness.missingAtOnce(),
                        freshness.trials(),
                        millis(freshness.longestCachedMillis())),
                met(freshness.missingAtOnce() == 0 && freshness.longestCachedMillis() <= 10_000)));
  }

  private void growth(Table table) {
    results
        .get("growth", Growth.class)
        .ifPresent(growth -> {
          List<String> grown =
              Stream.iterate(0, i -> i < growth.before().size(), i -> i + 1)
                  .filter(i -> grew(growth.before().get(i), growth.after().get(i)))
                  .map(i -> name(growth.before().get(i)))
                  .toList();
          table.row(
              "10 × the events in other journeys or tenants",
              "≤ 1.2 ×",
              "%d of %d calls within the limit%s"
                  .formatted(
                      growth.before().size() - grown.size(),
                      growth.before().size(),
                      grown.isEmpty() ? "" : "; not: " + String.join(", ", grown)),
              met(grown.isEmpty()));
        });
  }

  /** Whether a call became slower by more than noise of two milliseconds. */
  private static boolean grew(LatencyRow before, LatencyRow after) {
    return after.uncached().median() > 1.2 * before.uncached().median() + 2;
  }

  private static String met(boolean met) {
    return met ? "yes" : "**no**";
  }
}
