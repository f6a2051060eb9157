package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.journeystats.testing.ServiceProcess;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of all that the service acknowledged when its engine, the service, or both are
 * killed with signal 9 at random moments of events, imports, definitions, exports and starts.
 * {@code -Dkills=200} kills so often, {@code -Dkills.seed=7} at other moments ({@code random} draws
 * a seed, which is part of the names of the tests).
 */
@Tag("nightly")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomKillsIT {
  private static final int KILLS = Integer.getInteger("kills", 200);

  /** After so many kills, all that a tenant was told is compared, and another tenant follows. */
  private static final int KILLS_OF_TRIAL = 20;

  /** What the service may take to go on by itself, once it is started again. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  /** Most of the time the service is not there. */
  private static final int ATTEMPTS = 3_000;

  private static final int LONGEST_PAUSE_MILLIS = 2_000;

  private final Path directory =
      Path.of("target", "test-kills", Long.toString(ProcessHandle.current().pid()));
  private ServiceUnderTest underTest;
  private ServiceProcess service;

  static List<Long> seeds() {
    String chosen = System.getProperty("kills.seed", "random");
    long first = chosen.equals("random") ? new Random().nextInt(1_000_000) : Long.parseLong(chosen);
    return IntStream.range(0, Math.ceilDiv(KILLS, KILLS_OF_TRIAL))
        .mapToObj(trial -> first + trial)
        .toList();
  }

  @BeforeAll
  void start() throws IOException {
    Files.createDirectories(directory);
    service = ServiceProcess.startAsShipped(directory.resolve("data").toAbsolutePath());
    underTest = new ServiceUnderTest.Running(service.baseUri(), service.operatorKey());
  }

  @AfterAll
  void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> engine = service.engine();
    service.kill();
    engine.ifPresent(RandomKillsIT::kill);
    MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  /** What is done to the service at once. */
  private enum Victim {
    ENGINE,
    SERVICE,
    BOTH,
    SERVICE_TWICE
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingThatWasAcknowledgedIsLostOrCountedTwice(long seed)
      throws ExecutionException, InterruptedException, IOException {
    Random random = new Random(seed);
    RandomWorld world = RandomWorld.of(seed, underTest.now());
    TestTenant tenant = TestTenant.create(underTest, world.zone().getId());
    Client manager = tenant.client("manage");
    world.journeys().forEach(journey -> manager.post("journeys", journey).json(201));
    Client ingestor = tenant.client("ingest");
    // The comparison knows the journeys of its tenant.
    Client definer = TestTenant.create(underTest, "UTC").client("manage");
    Comparison comparison = new Comparison(underTest, world, tenant.client("read"));
    List<ObjectNode> events = new ArrayList<>(world.events());
    Collections.shuffle(events, random);
    AtomicBoolean over = new AtomicBoolean();
    Map<String, String> titles = new ConcurrentHashMap<>();
    List<String> exports = new CopyOnWriteArrayList<>();

    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      List<Future<?>> work =
          List.of(
              executor.submit(() -> deliver(ingestor, events, new Random(seed), over)),
              executor.submit(() -> importAgain(ingestor, events, over)),
              executor.submit(() -> define(definer, titles, over)),
              executor.submit(() -> export(definer, exports, over)));
      try {
        for (int kill = 0; kill < Math.min(KILLS, KILLS_OF_TRIAL); kill++) {
          TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
          kill(Victim.values()[random.nextInt(Victim.values().length)], random);
          awaitRecovery(ingestor, events.get(random.nextInt(events.size())));
        }
      } finally {
        over.set(true);
      }
      for (Future<?> one : work) {
        one.get();
      }
    }
    comparison.add(events);
    comparison.compare("after kills", 20);
    titles.forEach((id, title) ->
        assertThat(definer.get("journeys/" + id).json(200).get("title").textValue())
            .isEqualTo(title));
    for (String id : exports) {
      JsonNode job = CampaignFile.finished(definer, Json.object().put("id", id));
      assertThat(job.get("status").textValue()).as("%s", job).isEqualTo("ready");
    }
    assertThat(titles).isNotEmpty();
    assertThat(exports).isNotEmpty();
  }

  private void kill(Victim victim, Random random) throws InterruptedException, IOException {
    switch (victim) {
      case ENGINE -> service.engine().ifPresent(RandomKillsIT::kill);
      case SERVICE -> service.kill();
      case BOTH -> {
        service.engine().ifPresent(RandomKillsIT::kill);
        service.kill();
      }
      case SERVICE_TWICE -> {
        service.kill();
        service.restart();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * LONGEST_PAUSE_MILLIS));
        service.kill();
      }
    }
    if (victim != Victim.ENGINE) {
      service.restart();
      service.awaitReady();
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** An event is accepted, an answer given. */
  private static void awaitRecovery(Client ingestor, ObjectNode event) throws InterruptedException {
    long begin = System.nanoTime();
    while (answered(200, () -> ingestor.post("events", Json.array(List.of(event)))).isEmpty()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .as("goes on by itself")
          .isLessThan(RECOVERY);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Sends all events in small batches, again and again, until it is over, and once in any case. */
  private static void deliver(
      Client ingestor, List<ObjectNode> events, Random random, AtomicBoolean over) {
    PatientSender sender = new PatientSender(ATTEMPTS);
    do {
      new Delivery(ingestor, random, () -> 1 + random.nextInt(60), sender::send).deliver(events);
    } while (!over.get());
  }

  private static void importAgain(Client ingestor, List<ObjectNode> events, AtomicBoolean over) {
    PatientSender sender = new PatientSender(ATTEMPTS);
    String lines = String.join("\n", events.stream().map(Json::write).toList());
    do {
      sender.send(() -> ingestor.post("events/import", lines, "application/x-ndjson")).json(200);
    } while (!over.get());
  }

  /** Creates journeys and renames them; what was not acknowledged may have happened or not. */
  private static void define(Client manager, Map<String, String> titles, AtomicBoolean over) {
    ObjectNode journey = Json.object().put("title", "first").put("category", "engage");
    journey.put("type", "audience_based").putArray("steps");
    journey.putArray("goals");
    String change = "{\"title\": \"second\"}";
    while (!over.get()) {
      answered(201, () -> manager.post("journeys", journey))
          .map(answer -> answer.json(201).get("id").textValue())
          .ifPresent(id -> {
            titles.put(id, "first");
            new PatientSender(ATTEMPTS).send(() -> manager.patch("journeys/" + id, change));
            titles.put(id, "second");
          });
    }
  }

  /** Asks for exports, one after the other; others than the acknowledged ones may be there. */
  private static void export(Client manager, List<String> exports, AtomicBoolean over) {
    ObjectNode question = Json.object().put("kind", "journeys").put("period", "all");
    PatientSender sender = new PatientSender(ATTEMPTS);
    while (!over.get()) {
      Answer answer = sender.send(() -> manager.post("exports", question));
      String id = answer.json(202).get("id").textValue();
      exports.add(id);
      Waiting.until(
          () -> sender.send(() -> manager.get("exports/" + id)).json(200).get("status").textValue(),
          status -> !status.matches("queued|running"));
    }
  }

  /** The answer, if it is that one; a connection that breaks is another. */
  private static Optional<Answer> answered(int status, Supplier<Answer> request) {
    try {
      return Optional.of(request.get()).filter(answer -> answer.status() == status);
    } catch (UncheckedIOException _) {
      return Optional.empty();
    }
  }
}
