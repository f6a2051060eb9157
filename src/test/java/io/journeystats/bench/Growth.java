package io.journeystats.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effect of ten times as many events of other journeys and tenants on a journey's latencies.
 *
 * @param eventsBefore the number of events before the growth
 * @param eventsAfter the number of events after the growth
 * @param before the latencies before the growth
 * @param after the latencies after the growth
 */
record Growth(
    long eventsBefore, long eventsAfter, List<LatencyRow> before, List<LatencyRow> after) {
  private static final Path STATEMENT = Path.of("bench/data/others.sql");
  private static final int COPIES = 10;

  static Growth measure(Settings settings) throws IOException, InterruptedException {
    Settings own = settings.in(Path.of(settings.directory() + "-growth"));
    DataSet.clear(own.directory());
    try (World world = World.open(own, settings.profile().entrancesBeforeGrowth())) {
      Database database = world.database();
      long eventsBefore = database.number("SELECT count() FROM events");
      List<LatencyRow> before = latency(world);
      for (int copy = 1; copy <= COPIES; copy++) {
        database.ask(Template.read(STATEMENT).with(Map.of("copy", copy)).text());
        Progress.say("%d of %d copies created for others".formatted(copy, COPIES));
      }
      Settling.await(database);
      return new Growth(
          eventsBefore, database.number("SELECT count() FROM events"), before, latency(world));
    }
  }

  private static List<LatencyRow> latency(World world) throws IOException {
    return new Latency(world.api(), world.database(), Optional.empty(), Optional.empty(), 1)
        .measure();
  }
}
