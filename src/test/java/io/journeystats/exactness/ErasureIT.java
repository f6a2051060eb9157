package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statistic of random worlds in which users are erased before, between and after the events,
 * through either of two instances, compared with the naive implementation.
 */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class ErasureIT {
  private static final String SEVERAL = "alone: false";
  private static final int ATTEMPTS = 50;
  private static final byte[] NOTHING = {};

  private ClickHouseEndpoint endpoint;
  private final List<TestService> instances = new CopyOnWriteArrayList<>();
  private final ServiceUnderTest service = new Both();

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    endpoint = database;
    instances.add(TestService.start(endpoint, SEVERAL));
    instances.add(TestService.start(endpoint, SEVERAL));
  }

  @AfterAll
  void stop() {
    instances.forEach(TestService::close);
  }

  private void restart(int instance) {
    instances.get(instance).close();
    TestService again = TestService.start(endpoint, SEVERAL);
    again.setClock(service.now());
    instances.set(instance, again);
  }

  /** Two instances, the first of which is asked where it does not matter. */
  private final class Both implements ServiceUnderTest {
    private volatile Instant now = Instant.EPOCH;

    @Override
    public URI baseUri() {
      return instances.getFirst().baseUri();
    }

    @Override
    public String operatorKey() {
      return instances.getFirst().operatorKey();
    }

    @Override
    public Instant setClock(Instant wanted) {
      now = wanted;
      instances.forEach(instance -> instance.setClock(wanted));
      return wanted;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void awaitRollup() {
      instances.getFirst().awaitRollup();
    }

    @Override
    public void settle() {
      instances.getFirst().settle();
    }
  }

  /** A world whose users are erased one after the other. */
  private final class Trial {
    private final Random random;
    private final Instant now;
    private final List<ObjectNode> events;
    private final List<String> users;
    private final Comparison comparison;
    private final Map<String, List<String>> headers = new HashMap<>();

    Trial(long seed) {
      random = new Random(seed);
      now = service.setClock(RandomWorld.bestNow(seed));
      RandomWorld world = RandomWorld.of(seed, now);
      TestTenant tenant = TestTenant.create(service, world.zone().getId());
      for (String role : List.of("manage", "read", "ingest")) {
        headers.put(role, tenant.client(role).headers());
      }
      world.journeys().forEach(journey -> client("manage", 0).post("journeys", journey).json(201));
      comparison = new Comparison(service, world, client("read", 0));
      events = new ArrayList<>(world.events());
      Collections.shuffle(events, random);
      users = new ArrayList<>(new LinkedHashSet<>(events.stream().map(Trial::user).toList()));
    }

    private static String user(ObjectNode event) {
      return event.get("user_id").textValue();
    }

    private Client client(String role, int instance) {
      return new Client(
          instances.get(instance).baseUri(), Objects.requireNonNull(headers.get(role)));
    }

    private Client either(String role) {
      return client(role, random.nextInt(instances.size()));
    }

    void deliver(List<ObjectNode> some) {
      new Delivery(
              either("ingest"),
              random,
              () -> 1 + random.nextInt(500),
              request -> request.get(),
              event -> comparison.erasures().isErased(NaiveEvent.read(event)))
          .deliver(some);
      comparison.add(some);
    }

    /** Erases some users at once, at a time that may be in the past of some of their events. */
    void eraseSome(int number, Duration ago) {
      eraseSome(number, ago, user -> Math.abs(user.hashCode() % 2));
    }

    /** The same through instances that are chosen by user. */
    void eraseSome(int number, Duration ago, ToIntFunction<String> instance) {
      Instant time = service.setClock(now.minus(ago));
      List<String> chosen =
          random.ints(number, 0, users.size()).mapToObj(users::get).distinct().toList();
      chosen.parallelStream()
          .forEach(user -> assertErased(client("manage", instance.applyAsInt(user)), user));
      chosen.forEach(user -> comparison.erasures().erase(user, time));
      service.setClock(now);
    }

    void compare(String stage, int oneOf) {
      comparison.by(either("read")).compare(stage, oneOf);
    }

    /** From memory, which after an erasure has nothing that is older. */
    void compareRemembered(String stage, int oneOf) {
      Client reader = either("read").takingRemembered();
      comparison.by(reader).compare(stage, oneOf);
      comparison.by(reader).compare(stage, oneOf);
    }
  }

  private static void assertErased(Client manager, String user) {
    // A store that is busy with a rebuild may refuse a statement, which is safe to ask again.
    JsonNode answer =
        new PatientSender(ATTEMPTS)
            .send(() -> manager.send("DELETE", "users?user_id=" + Client.encode(user), NOTHING))
            .json(202);
    assertThat(answer.get("status").textValue()).isEqualTo("erased");
    assertThat(
            manager
                .get("erasures/" + answer.get("id").textValue())
                .json(200)
                .get("status")
                .textValue())
        .isEqualTo("erased");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.journeystats.exactness.ExactnessIT#seeds")
  void everyStatisticIsThatOfAWorldWithoutThem(long seed) {
    Trial trial = new Trial(seed);
    trial.eraseSome(2, Duration.ofDays(200));
    int part = trial.events.size() * 6 / 10;
    trial.deliver(trial.events.subList(0, part));
    trial.compare("erased before any event", 800);
    trial.eraseSome(3, Duration.ofDays(3));
    trial.compareRemembered("erased after some events", 1600);
    trial.deliver(trial.events.subList(part, trial.events.size()));
    service.awaitRollup();
    trial.compare("after all events", 600);
    trial.eraseSome(4, Duration.ZERO);
    trial.compareRemembered("erased after all events", 1600);
    trial.eraseSome(4, Duration.ofDays(20));
    List<ObjectNode> replayed = new ArrayList<>(trial.events);
    Collections.shuffle(replayed, trial.random);
    trial.deliver(replayed);
    trial.compare("after all events once more", 400);
    service.settle();
    trial.compare("settled", 600);
  }

  /** Everything derived is derived again meanwhile, and each instance starts once more. */
  @Tag("nightly")
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.journeystats.exactness.ExactnessIT#seeds")
  void soItIsBesideRebuildsAndRestarts(long seed) {
    Trial trial = new Trial(seed);
    int part = trial.events.size() * 6 / 10;
    trial.deliver(trial.events.subList(0, part));
    beside(instances.get(0)::rebuild, () -> trial.eraseSome(3, Duration.ofDays(3)));
    trial.compareRemembered("erased while everything was rebuilt", 2400);
    restart(0);
    beside(
        instances.get(1)::rebuild,
        () -> trial.deliver(trial.events.subList(part, trial.events.size())));
    beside(() -> restart(1), () -> trial.eraseSome(3, Duration.ofDays(20), _ -> 0));
    service.setClock(trial.now);
    trial.compareRemembered("erased while the other instance started again", 2400);
    List<ObjectNode> replayed = new ArrayList<>(trial.events);
    Collections.shuffle(replayed, trial.random);
    beside(
        () -> instances.forEach(TestService::rebuild),
        () -> {
          trial.deliver(replayed);
          trial.eraseSome(3, Duration.ZERO);
        });
    trial.compare("erased and sent again while both rebuilt everything", 1200);
    restart(0);
    service.settle();
    instances.get(1).rebuild();
    trial.compare("settled and rebuilt", 1200);
  }

  private static void beside(Runnable one, Runnable other) {
    CompletableFuture<Void> aside = CompletableFuture.runAsync(one, Thread::startVirtualThread);
    other.run();
    aside.join();
  }
}
