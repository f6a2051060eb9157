package io.journeystats.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Request bodies with realistic events for the scratch tenant: copies of the measured journey's
 * events with new ids and recent times.
 *
 * @param database the source of the events
 * @param dataSet the description of the data
 */
record EventBodies(Database database, DataSet dataSet) {
  private static final Path STATEMENT = Path.of("bench/data/bodies.sql");

  /** Creates NDJSON bodies with a number of events each. */
  List<byte[]> make(int bodies, int batch, long round) throws IOException {
    String[] lines =
        database
            .ask(
                Template.read(STATEMENT)
                    .with(
                        Map.of(
                            "round",
                            round,
                            "events",
                            bodies * batch,
                            "days",
                            days((long) bodies * batch),
                            "end_ms",
                            dataSet.end()))
                    .text())
            .split("\n", -1);
    if (lines.length != bodies * batch) {
      throw new IOException("only %d events are available to send".formatted(lines.length));
    }
    List<byte[]> made = new ArrayList<>();
    for (int i = 0; i < bodies; i++) {
      String body = String.join("\n", List.of(lines).subList(i * batch, (i + 1) * batch));
      made.add(body.getBytes(StandardCharsets.UTF_8));
    }
    return made;
  }

  /** The number of days that contain a number of events. */
  private long days(long events) throws IOException {
    long all =
        database.number(
            "SELECT count() FROM events WHERE tenant_id = 'bench' AND journey_id = '%s'"
                .formatted(BenchTenant.journeyId(1)));
    return Math.min(dataSet.span().toDays() + 1, 2 + 2 * events * dataSet.span().toDays() / all);
  }
}
