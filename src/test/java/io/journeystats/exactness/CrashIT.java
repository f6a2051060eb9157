package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Lists;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of events and answers when the service's own engine is killed with signal 9. */
@Timeout(300)
class CrashIT {
  private static final int KILLS = 3;

  /** An event sent as often in one request is one event. */
  private static final int COPIES = 6;

  /** With their copies so many that ClickHouse does not gather them with other requests'. */
  private static final int LARGE = 400;

  /** Of small batches enough that some are on their way at each kill. */
  private static final int SMALL = 2_000;

  private static final Path DIRECTORY =
      Path.of("target", "test-crash", Long.toString(ProcessHandle.current().pid()));

  private static TestService service;

  @BeforeAll
  static void start() {
    service = TestService.startEmbedded(DIRECTORY);
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
    MoreFiles.deleteRecursively(DIRECTORY, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  /** A tenant in whose world something is going to happen. */
  private record Trial(
      Random random, List<ObjectNode> events, Client ingestor, Comparison comparison) {

    static Trial prepare(long seed) {
      ServiceUnderTest underTest = new ServiceUnderTest.Own(service);
      Instant now = underTest.setClock(RandomWorld.bestNow(seed));
      RandomWorld world = RandomWorld.of(seed, now);
      TestTenant tenant = TestTenant.create(underTest, world.zone().getId());
      Client manager = tenant.client("manage");
      world.journeys().forEach(journey -> manager.post("journeys", journey).json(201));
      Random random = new Random(seed);
      List<ObjectNode> events = new ArrayList<>(world.events());
      Collections.shuffle(events, random);
      return new Trial(
          random,
          events,
          tenant.client("ingest"),
          new Comparison(underTest, world, tenant.client("read")));
    }

    void deliverInSmallBatches(List<ObjectNode> some, PatientSender sender) {
      new Delivery(ingestor, random, () -> 1 + random.nextInt(12), sender::send).deliver(some);
      comparison.add(some);
    }

    void deliverInOneLargeBatch(List<ObjectNode> some, PatientSender sender) {
      sender.send(() -> postManyTimes(some)).json(200);
      comparison.add(some);
    }

    Answer postManyTimes(List<ObjectNode> some) {
      List<ObjectNode> copies =
          Collections.nCopies(COPIES, some).stream().flatMap(List::stream).toList();
      return ingestor.post("events", Json.array(copies));
    }

    Client reader() {
      return comparison.reader();
    }
  }

  @Test
  void everyNumberIsRightAfterTheEngineWasKilledWhileEventsCame()
      throws ExecutionException, InterruptedException {
    Trial trial = Trial.prepare(11);
    PatientSender sender = new PatientSender();
    List<List<ObjectNode>> large = Lists.partition(trial.events(), LARGE).subList(0, KILLS);
    List<ObjectNode> small =
        trial
            .events()
            .subList(KILLS * LARGE, Math.min(trial.events().size(), KILLS * LARGE + SMALL));
    try (var executor = Executors.newCachedThreadPool()) {
      var killed = executor.submit(() -> killAgainAndAgain(trial, large, sender, executor));
      trial.deliverInSmallBatches(small, sender);
      assertThat(killed.get())
          .as("engines killed")
          .hasSize(KILLS)
          .doesNotContain(service.engineProcessId());
    }
    assertThat(sender.refused()).isPositive();
    trial.comparison().compare("after three kills", 160);
  }

  /**
   * Kills at any moment after a large batch was sent, among small ones. In between, some requests
   * are accepted, and each time, at least one is not.
   */
  private static Set<Long> killAgainAndAgain(
      Trial trial, List<List<ObjectNode>> large, PatientSender sender, ExecutorService executor)
      throws ExecutionException, InterruptedException, IOException {
    Random random = new Random();
    Set<Long> killed = new HashSet<>();
    List<Future<?>> sent = new ArrayList<>();
    for (List<ObjectNode> batch : large) {
      sender.awaitAcceptances(1 + random.nextInt(5));
      sent.add(executor.submit(() -> trial.deliverInOneLargeBatch(batch, sender)));
      sender.awaitAcceptances(1 + random.nextInt(3));
      try (Outage outage = Outage.begin(service, DIRECTORY)) {
        killed.add(outage.processId());
        sender.awaitRefusal();
      }
    }
    for (Future<?> one : sent) {
      one.get();
    }
    return killed;
  }

  /** The driver by itself would wait for a minute before each refusal. */
  @Timeout(120)
  @Test
  void answersFromMemoryAndRefusesTheRestWhileTheEngineIsGone() throws IOException {
    Trial trial = Trial.prepare(12);
    PatientSender sender = new PatientSender();
    List<ObjectNode> few = trial.events().subList(0, 10);
    List<ObjectNode> many = trial.events().subList(10, 10 + LARGE);
    trial.deliverInOneLargeBatch(trial.events().subList(10 + LARGE, trial.events().size()), sender);
    String journey = trial.comparison().world().journeys().getFirst().get("id").textValue();
    // Their time is over, so they are remembered for longer than this test can take.
    Map<String, JsonNode> remembered =
        dashboards(journey, "period=yesterday")
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    path -> trial.reader().takingRemembered().get(path).json(200)));

    try (Outage _ = Outage.begin(service, DIRECTORY)) {
      assertThat(remembered)
          .allSatisfy((path, body) ->
              assertThat(trial.reader().takingRemembered().get(path).json(200)).isEqualTo(body));
      assertThat(dashboards(journey, "period=30d"))
          .allSatisfy(path -> assertRefused(() -> trial.reader().takingRemembered().get(path)));
      assertRefused(() -> trial.ingestor().post("events", Json.array(few)));
      assertRefused(() -> trial.postManyTimes(many));
    }

    var _ = sender.send(() -> trial.reader().get("journeys/" + journey + "/stats/performance"));
    trial.comparison().compare("after events were refused", 300);
    trial.deliverInSmallBatches(few, sender);
    trial.deliverInOneLargeBatch(many, sender);
    trial.comparison().compare("after they were sent again", 300);
  }

  private static Stream<String> dashboards(String journey, String period) {
    return Stream.of("performance", "health", "channels", "channels/email", "channels/sms/messages")
        .map(dashboard -> "journeys/" + journey + "/stats/" + dashboard + "?" + period);
  }

  private static void assertRefused(Supplier<Answer> request) {
    Problems.unavailable(request.get());
  }
}
