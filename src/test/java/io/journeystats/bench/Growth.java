package io.journeystats.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What ten times as many events of others do to a journey's figures.
 *
 * @param eventsBefore how many events there were at first
 * @param eventsAfter how many there were in the end
 * @param before figures at first
 * @param after figures in the end
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
        Progress.say("%d of %d copies made for others".formatted(copy, COPIES));
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
