package io.journeystats.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Generates the events inside ClickHouse with the statements in {@code bench/data}.
 *
 * @param database the database
 * @param seed the random seed
 * @param entrances the total number of entrances
 * @param dataSet the description of the data
 */
record EventLoader(Database database, long seed, long entrances, DataSet dataSet) {
  private static final List<Path> STATEMENTS =
      List.of(Path.of("bench/data/events.sql"), Path.of("bench/data/custom.sql"));
  private static final long CHUNK = 200_000;

  void load() throws IOException {
    long begin = System.nanoTime();
    for (long from = 0; from < entrances; from += CHUNK) {
      long to = Math.min(entrances, from + CHUNK);
      for (Path statement : STATEMENTS) {
        database.ask(
            Template.read(statement)
                .with(
                    Map.of(
                        "seed", seed,
                        "entrances", entrances,
                        "from", from,
                        "to", to,
                        "start_ms", dataSet.start(),
                        "end_ms", dataSet.end()))
                .text());
      }
      Progress.say(
          "%d of %d entrances loaded, %.0f s"
              .formatted(to, entrances, (System.nanoTime() - begin) / 1e9));
    }
  }
}
