package io.journeystats.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** The benchmark program; {@code bench/README.md} describes its properties and results. */
public final class Bench {
  private final Settings settings;
  private final Results results;

  private Bench(Settings settings, Results results) {
    this.settings = settings;
    this.results = results;
  }

  /** Runs the parts that the system properties {@code bench.*} select. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Settings settings = Settings.ofProperties();
    Path file = Path.of(settings.directory() + "-result.json");
    Bench bench = new Bench(settings, Results.of(file));
    bench.measure();
    bench.publish();
    List<String> exceeded = settings.guard() ? new Thresholds(bench.results).exceeded() : List.of();
    if (!exceeded.isEmpty()) {
      throw new IllegalStateException("Thresholds are exceeded:\n" + String.join("\n", exceeded));
    }
  }

  private void measure() throws IOException, InterruptedException, ExecutionException {
    try (World world = World.open(settings, settings.profile().entrances())) {
      results.put("run", run(world.dataSet()));
      if (settings.wants(Settings.Part.DISK)) {
        results.put("disk", DiskUse.of(world.database()));
      }
      if (settings.wants(Settings.Part.LATENCY)) {
        results.put("latency", latency(world));
      }
      if (settings.wants(Settings.Part.LOAD)) {
        results.put("load", new LoadTest(world.api()).measure());
      }
      if (settings.wants(Settings.Part.INGESTION)) {
        ingestion(world);
      }
      if (settings.wants(Settings.Part.CAMPAIGN)) {
        results.put("campaign", new Campaign(world).measure());
      }
      results.put("heap", world.service().heap().peak());
    }
    if (settings.wants(Settings.Part.LIFE)) {
      results.put("life", Life.measure(settings));
    }
    if (settings.wants(Settings.Part.ERASURE)) {
      results.put("erasure", Erasures.measure(settings));
    }
    if (settings.wants(Settings.Part.EXPORTS)) {
      results.put("exports", Exports.measure(settings));
    }
    if (settings.wants(Settings.Part.STARTUP)) {
      results.put("startup", StartUp.measure(settings));
    }
    if (settings.wants(Settings.Part.IDLE)) {
      results.put("idle", Idle.measure(settings));
    }
    if (settings.wants(Settings.Part.GROWTH)) {
      results.put("growth", Growth.measure(settings));
    }
  }

  private List<LatencyRow> latency(World world) throws IOException {
    var clickHouse = new ClickHouseSql(world.database(), world.dataSet().zone());
    try (DuckDb duckDb = DuckDb.load(world, settings.directory())) {
      return new Latency(
              world.api(), world.database(), Optional.of(clickHouse), Optional.of(duckDb), 1)
          .measure();
    }
  }

  private void ingestion(World world) throws IOException, InterruptedException, ExecutionException {
    try (Api operator = world.service().operator();
        Api scratch = BenchTenant.SCRATCH.signIn(operator)) {
      results.put("freshness", Freshness.measure(scratch));
      results.put("ingestion", new Ingestion(world, scratch, settings.profile()).measure());
    }
  }

  private Run run(DataSet dataSet) {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Run(
        LocalDate.now(ZoneOffset.UTC).toString(),
        settings.profile().key(),
        settings.seed(),
        machine.getAvailableProcessors(),
        Math.round(machine.getTotalMemorySize() / (double) (1L << 30)),
        settings.heap(),
        dataSet.zone(),
        "mvn -Pbench -Dbench.events=" + settings.profile().key());
  }

  private void publish() throws IOException {
    String report = new Report(results).text();
    Progress.say("\n" + report);
    Files.writeString(Path.of(settings.directory() + "-report.md"), report);
    if (settings.publish()) {
      Files.writeString(Path.of("docs", "benchmark.md"), report);
      Files.copy(
          results.file(), Path.of("bench", "result.json"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
