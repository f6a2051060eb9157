package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * The measurement of ingestion through the service, alternating with ClickHouse's own insertion of
 * the same text. The events belong to a scratch tenant and are deleted at the end.
 */
final class Ingestion {
  private static final int TURNS = 3;
  private static final int SMALL = 100;
  private static final int SMALL_SENDERS = 16;
  private static final int SMALL_EVENTS = 100_000;

  private final World world;
  private final Api scratch;
  private final EventBodies bodies;
  private final List<IngestionRow> rows = new ArrayList<>();
  private final int eventsPerTurn;
  private long round = System.nanoTime();

  Ingestion(World world, Api scratch, Profile profile) {
    this.world = world;
    this.scratch = scratch;
    this.eventsPerTurn = profile == Profile.SMALL ? 200_000 : 400_000;
    this.bodies = new EventBodies(world.database(), world.dataSet());
  }

  List<IngestionRow> measure() throws IOException, InterruptedException, ExecutionException {
    service(1, bodies.make(2, 10_000, ++round));
    largeBatches(10_000, 1);
    largeBatches(10_000, 4);
    for (int senders : new int[] {1, 2, 4}) {
      largeBatches(50_000, senders);
    }
    smallRequests();
    dropScratch();
    return rows;
  }

  private void largeBatches(int batch, int senders)
      throws IOException, InterruptedException, ExecutionException {
    List<Senders.Outcome> services = new ArrayList<>();
    List<Senders.Outcome> owns = new ArrayList<>();
    List<Senders.Outcome> replays = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      List<byte[]> sent = bodies.make(eventsPerTurn / batch, batch, ++round);
      services.add(service(senders, sent));
      owns.add(own(senders, 0, bodies.make(eventsPerTurn / batch, batch, ++round)));
      replays.add(service(senders, sent));
    }
    add("new events", senders, batch, eventsPerTurn, services, owns);
    add("the same events again", senders, batch, eventsPerTurn, replays, List.of());
  }

  private void smallRequests() throws IOException, InterruptedException, ExecutionException {
    List<Senders.Outcome> services = new ArrayList<>();
    List<Senders.Outcome> owns = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      services.add(service(SMALL_SENDERS, bodies.make(SMALL_EVENTS / SMALL, SMALL, ++round)));
      owns.add(own(SMALL_SENDERS, 1, bodies.make(SMALL_EVENTS / SMALL, SMALL, ++round)));
    }
    add("small requests", SMALL_SENDERS, SMALL, SMALL_EVENTS, services, owns);
  }

  private void add(
      String what,
      int senders,
      int batch,
      int events,
      List<Senders.Outcome> services,
      List<Senders.Outcome> owns) {
    Stream<Long> nanos = services.stream().flatMap(outcome -> outcome.nanos().stream());
    IngestionRow row =
        new IngestionRow(
            what,
            senders,
            batch,
            perSecond(events, services),
            owns.isEmpty() ? null : perSecond(events, owns),
            Timings.ofNanos(nanos.toList()));
    Progress.say(row);
    rows.add(row);
  }

  /** The throughput of the median turn. */
  private static double perSecond(int events, List<Senders.Outcome> turns) {
    List<Double> seconds = turns.stream().map(Senders.Outcome::seconds).sorted().toList();
    return Math.round(events / seconds.get(seconds.size() / 2));
  }

  private Senders.Outcome service(int senders, List<byte[]> sent)
      throws InterruptedException, ExecutionException {
    return new Senders(senders)
        .send(
            sent,
            () -> {
              Api api = scratch.another();
              return body ->
                  requireAllAccepted(api.json(api.post("events", "application/x-ndjson", body)));
            });
  }

  private static void requireAllAccepted(JsonNode answer) throws IOException {
    if (!answer.path("rejected").isEmpty()) {
      throw new IOException("events were rejected: " + answer.path("rejected").get(0));
    }
  }

  private Senders.Outcome own(int senders, int async, List<byte[]> sent)
      throws IOException, InterruptedException, ExecutionException {
    String insert =
        Template.read(Path.of("bench/data/own-insert.sql")).with(Map.of("async", async)).text();
    return new Senders(senders)
        .send(
            sent,
            () -> {
              Database database = world.anotherDatabase();
              return body -> database.send(database.insertion(insert, body));
            });
  }

  private void dropScratch() throws IOException {
    Database database = world.database();
    for (JsonNode table :
        database.rows(
            """
            SELECT DISTINCT table
            FROM system.columns
            JOIN system.tables ON tables.name = columns.table AND tables.database = columns.database
            WHERE database = currentDatabase() AND columns.name = 'tenant_id' AND engine LIKE '%MergeTree'
            """)) {
      database.ask(
          "ALTER TABLE %s DELETE WHERE tenant_id = 'scratch' SETTINGS mutations_sync = 1"
              .formatted(table.get("table").textValue()));
    }
  }
}
