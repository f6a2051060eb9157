package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.journeystats.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What becomes of erasures when the service or its engine is killed with signal 9 in the middle of
 * them, while events come in again: a client that knows that a user is erased sees nothing of them.
 */
@Tag("nightly")
@Timeout(600)
class ErasureKillIT {
  private static final int KILLS = Integer.getInteger("kills", 6);
  private static final int ATTEMPTS = 300;
  private static final byte[] NOTHING = {};

  private final Path directory =
      Path.of("target", "test-erasure-kills", Long.toString(ProcessHandle.current().pid()));
  private ServiceProcess service;
  private ServiceUnderTest underTest;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(directory);
    service = ServiceProcess.startAsShipped(directory.resolve("data").toAbsolutePath());
    underTest = new ServiceUnderTest.Running(service.baseUri(), service.operatorKey());
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> engine = service.engine();
    service.kill();
    engine.ifPresent(process -> {
      process.destroyForcibly();
      process.onExit().join();
    });
    MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  @Test
  void everyStatisticIsThatOfAWorldWithoutThem()
      throws IOException, InterruptedException, ExecutionException {
    long seed = new Random().nextInt(1_000_000);
    Random random = new Random(seed);
    RandomWorld world = RandomWorld.of(seed, underTest.now());
    TestTenant tenant = TestTenant.create(underTest, world.zone().getId());
    Client manager = tenant.client("manage");
    Client ingestor = tenant.client("ingest");
    world.journeys().forEach(journey -> manager.post("journeys", journey).json(201));
    Comparison comparison = new Comparison(underTest, world, tenant.client("read"));
    List<ObjectNode> events = new ArrayList<>(world.events());
    Collections.shuffle(events, random);
    new Delivery(ingestor, random).deliver(events);
    comparison.add(events);
    List<String> users =
        new ArrayList<>(
            new LinkedHashSet<>(
                events.stream().map(event -> event.get("user_id").textValue()).toList()));
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      for (int kill = 0; kill < KILLS && !users.isEmpty(); kill++) {
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < 2 && !users.isEmpty(); i++) {
          String user = users.removeLast();
          work.add(executor.submit(() -> erase(manager, user, comparison)));
        }
        List<ObjectNode> again = events.subList(kill * 100, kill * 100 + 100);
        work.add(
            executor.submit(() ->
                new PatientSender(ATTEMPTS)
                    .send(() -> ingestor.post("events", Json.array(again)))));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
        kill(random.nextBoolean());
        for (Future<?> one : work) {
          one.get();
        }
      }
    }
    comparison.compare("seed " + seed + ", after kills", 40);
    new Delivery(
            ingestor,
            random,
            () -> 1 + random.nextInt(500),
            request -> request.get(),
            event -> comparison.erasures().isErased(NaiveEvent.read(event)))
        .deliver(events);
    comparison.compare("seed " + seed + ", after all events once more", 40);
  }

  private void kill(boolean engineOnly) throws InterruptedException, IOException {
    if (engineOnly && service.engine().isPresent()) {
      ProcessHandle engine = service.engine().orElseThrow();
      engine.destroyForcibly();
      engine.onExit().join();
    } else {
      service.kill();
      service.restart();
      service.awaitReady();
    }
  }

  /** What was not acknowledged may have happened or not, so it is asked again. */
  private static void erase(Client manager, String user, Comparison comparison) {
    PatientSender sender = new PatientSender(ATTEMPTS);
    String path = "users?user_id=" + Client.encode(user);
    Answer answer = sender.send(() -> manager.send("DELETE", path, NOTHING));
    String id = answer.json(202).get("id").textValue();
    JsonNode erasure = sender.send(() -> manager.get("erasures/" + id)).json(200);
    assertThat(erasure.get("status").textValue()).isEqualTo("erased");
    comparison.erasures().erase(user, Instant.parse(erasure.get("requested_at").textValue()));
  }
}
