package io.journeystats.bench;

import static io.journeystats.bench.Table.median;
import static io.journeystats.bench.Table.millis;
import static io.journeystats.bench.Table.number;
import static io.journeystats.bench.Table.ratio;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The results as a page to be read.
 *
 * @param results what was measured
 */
record Report(Results results) {
  private static final String HEAD =
      """
      # Benchmark

      Written by `mvn -Pbench`; what each figure is, and how to run parts of it, stands in [bench/README.md](../bench/README.md).
      Uncached answers are asked for in turns with the SQL that they are compared with. *By hand* is the best SQL that we could
      write for the same answer on the same tables, through ClickHouse's own HTTP port; *raw* is the plain SQL on the table of
      events; *DuckDB* has the same events, each once, in the same order, in this program's process. Numbers of all were compared with the
      service's.

      """;

  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    results.get("run", Run.class).ifPresent(run -> text.append(circumstances(run)));
    section(text, "In life", life());
    section(text, "Erasure", erasure());
    section(text, "Dashboards", dashboards());
    section(text, "Asked and measured", new Requirements(results).table());
    section(text, "Many users at once", manyUsers());
    section(text, "Ingestion", ingestion());
    section(text, "Files", files());
    section(text, "Campaign statistics", campaign());
    section(text, "Disk", disk());
    section(text, "Growth", growth());
    return text.toString();
  }

  private static void section(StringBuilder text, String title, String content) {
    if (!content.isEmpty()) {
      text.append("\n## ").append(title).append("\n\n").append(content);
    }
  }

  private static String circumstances(Run run) {
    return """
    %s · profile `%s`, seed %d · %d cores, %d GB · heap of the service at most %s · time zone of the tenant %s

        %s
    """
        .formatted(
            run.date(),
            run.profile(),
            run.seed(),
            run.processors(),
            run.gigabytes(),
            run.heap(),
            run.zone(),
            run.command());
  }

  private String life() {
    List<LifeRow> rows = results.rows("life", LifeRow.class);
    if (rows.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            "beside",
            "requests/s",
            "p50",
            "p95",
            "p99",
            "errors",
            "events/s accepted",
            "files, rows/s",
            "processors: service",
            "ClickHouse",
            "client");
    for (LifeRow row : rows) {
      Timings timings = row.dashboards().timings();
      LifeRow.Files files = row.files();
      ProcessorTime time = row.processorTime();
      table.row(
          row.beside().title(),
          number(row.dashboards().perSecond()),
          millis(timings.median()),
          millis(timings.p95()),
          millis(timings.p99()),
          row.errors(),
          number(row.eventsPerSecond()),
          files == null ? "" : number(files.perSecond()),
          ratio(time.service() / time.seconds()),
          ratio(time.clickHouse() / time.seconds()),
          ratio(time.client() / time.seconds()));
    }
    return table
        + """

        %d users, each of whom looks at one dashboard after the other without a pause: every call and period once, half of them
        about the largest journey, a quarter about the second, and so on; remembered as in life. Processors: how many of them each process kept busy.
        """
            .formatted(rows.getFirst().dashboards().users());
  }

  private String erasure() {
    return results
        .get("erasure", Erasures.Found.class)
        .map(found -> {
          Table table =
              new Table(
                  "erasures/h asked",
                  "answered",
                  "request p50",
                  "p95",
                  "dashboards/s",
                  "p50",
                  "p95",
                  "50 a second: p50",
                  "p95",
                  "errors",
                  "processors: service",
                  "ClickHouse");
          for (Erasures.Row row : found.rows()) {
            ProcessorTime time = row.processorTime();
            table.row(
                number(row.perHour()),
                number(row.erased()),
                median(row.requests()),
                millis(row.requests().p95()),
                number(row.dashboards().perSecond()),
                median(row.dashboards().timings()),
                millis(row.dashboards().timings().p95()),
                median(row.paced().timings()),
                millis(row.paced().timings().p95()),
                "%s %s %s".formatted(row.errors(), row.dashboards().errors(), row.paced().errors()),
                ratio(time.service() / time.seconds()),
                ratio(time.clickHouse() / time.seconds()));
          }
          return table
              + "\nOne erasure by itself: p50 %s, p95 %s; wrong answers after it: %d.\n"
                  .formatted(median(found.single()), millis(found.single().p95()), found.wrong());
        })
        .orElse("");
  }

  private String dashboards() {
    List<LatencyRow> rows = results.rows("latency", LatencyRow.class);
    if (rows.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            "call",
            "period",
            "uncached p50",
            "p95",
            "cached p50",
            "p95",
            "statements",
            "rows read",
            "MB read",
            "by hand",
            "ratio",
            "raw",
            "raw ÷ service",
            "DuckDB",
            "service ÷ DuckDB",
            "numbers");
    for (LatencyRow row : rows) {
      table.row(
          row.endpoint(),
          row.period(),
          median(row.uncached()),
          millis(row.uncached().p95()),
          median(row.cached()),
          millis(row.cached().p95()),
          number(row.reading().statements()),
          number(row.reading().rows()),
          number(row.reading().bytes() / 1e6),
          median(row.handWritten()),
          quotient(row.uncached(), row.handWritten()),
          median(row.raw()),
          quotient(row.raw(), row.uncached()),
          median(row.duckDb()),
          quotient(row.uncached(), row.duckDb()),
          agreement(row));
    }
    return table.toString();
  }

  private static String agreement(LatencyRow row) {
    if (row.handWritten() == null && row.raw() == null && row.duckDb() == null) {
      return "";
    }
    return row.differences().isEmpty() ? "equal" : "DIFFERENT: " + row.differences().getFirst();
  }

  private static String quotient(@Nullable Timings one, @Nullable Timings other) {
    return one == null || other == null ? "" : ratio(one.median() / other.median());
  }

  private String manyUsers() {
    List<LoadRow> rows = results.rows("load", LoadRow.class);
    if (rows.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            "users",
            "journeys",
            "uncached",
            "pace asked",
            "requests/s",
            "errors",
            "p50",
            "p95",
            "p99");
    for (LoadRow row : rows) {
      table.row(
          number(row.users()),
          number(row.journeys()),
          number(row.uncachedShare() * 100) + " %",
          row.pace() == 0 ? "none" : number(row.pace()) + "/s",
          number(row.perSecond()),
          row.errors().isEmpty() ? "0" : row.errors().toString(),
          millis(row.timings().median()),
          millis(row.timings().p95()),
          millis(row.timings().p99()));
    }
    return table
        + "\n"
        + "Each user asks for one dashboard after the other, of some journeys, the larger the more"
        + " often. At a pace, a request counts from the moment that it was due.\n";
  }

  private String ingestion() {
    List<IngestionRow> rows = results.rows("ingestion", IngestionRow.class);
    if (rows.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            "sent",
            "senders",
            "events a request",
            "events/s",
            "ClickHouse's own",
            "ratio",
            "request p50",
            "p95");
    for (IngestionRow row : rows) {
      Double own = row.own();
      table.row(
          row.what(),
          number(row.senders()),
          number(row.batch()),
          number(row.perSecond()),
          own == null ? "" : number(own),
          own == null ? "" : ratio(row.perSecond() / own),
          millis(row.requests().median()),
          millis(row.requests().p95()));
    }
    return table.toString();
  }

  private String files() {
    Optional<Exports.Found> found = results.get("exports", Exports.Found.class);
    if (found.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            "file",
            "read at once",
            "jobs beside",
            "rows",
            "MB",
            "rows/s",
            "ClickHouse's own",
            "ratio",
            "bytes",
            "first byte",
            "first row",
            "dashboards p50",
            "p95",
            "errors");
    for (ExportRow row : found.get().rows()) {
      Double own = row.own();
      LoadRow dashboards = row.dashboards();
      table.row(
          row.what(),
          number(row.downloads()),
          number(row.jobs()),
          number(row.rows()),
          number(row.bytes() / 1e6),
          number(row.perSecond()),
          own == null ? "" : number(own),
          own == null ? "" : ratio(row.perSecond() / own),
          own == null ? "" : row.same() ? "the same" : "DIFFERENT",
          millis(row.firstByteMillis()),
          millis(row.firstRowMillis()),
          dashboards == null ? "" : millis(dashboards.timings().median()),
          dashboards == null ? "" : millis(dashboards.timings().p95()),
          dashboards == null ? "" : dashboards.errors().toString());
    }
    return table
        + "\nThe heap of the service, of at most 256 MB, held up to %d MB, %d MB of them in use. "
            .formatted(found.get().heap().beforeCollection(), found.get().heap().afterCollection())
        + "Dashboards: 4 users, 50 requests a second, 2 % of them uncached.\n";
  }

  private String campaign() {
    List<CampaignRow> rows = results.rows("campaign", CampaignRow.class);
    if (rows.isEmpty()) {
      return "";
    }
    Table table = new Table("period", "journeys", "bytes", "from the request to the file");
    for (CampaignRow row : rows) {
      table.row(
          row.period(), number(row.rows()), number(row.bytes()), millis(row.seconds() * 1000));
    }
    return table
        + "\nOf a tenant with as many events as the measured one, in very many journeys.\n";
  }

  private String disk() {
    Optional<DiskUse> disk = results.get("disk", DiskUse.class);
    if (disk.isEmpty()) {
      return "";
    }
    Table table = new Table("table", "rows", "MB", "bytes an event", "parts");
    for (DiskUse.TableUse use : disk.get().tables()) {
      table.row(
          use.table(),
          number(use.rows()),
          number(use.bytes() / 1e6),
          ratio((double) use.bytes() / disk.get().events()),
          number(use.parts()));
    }
    return table + "\nAfter merges had settled by themselves; nothing was optimized by force.\n";
  }

  private String growth() {
    return results
        .get("growth", Growth.class)
        .map(growth -> {
          Table table =
              new Table("call", "period", "before", "after", "ratio", "rows read", "then");
          for (int i = 0; i < growth.before().size(); i++) {
            LatencyRow before = growth.before().get(i);
            LatencyRow after = growth.after().get(i);
            table.row(
                before.endpoint(),
                before.period(),
                median(before.uncached()),
                median(after.uncached()),
                quotient(after.uncached(), before.uncached()),
                number(before.reading().rows()),
                number(after.reading().rows()));
          }
          return "%s events at first, %s in the end, the others in other journeys and tenants.\n\n%s"
              .formatted(number(growth.eventsBefore()), number(growth.eventsAfter()), table);
        })
        .orElse("");
  }
}
