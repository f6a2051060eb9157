package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
  private static final byte[] NOTHING = {};

  private TestService running;
  private TestService other;
  private ServiceUnderTest service;

  @BeforeAll
  void start(ClickHouseEndpoint endpoint) {
    running = TestService.start(endpoint, SEVERAL);
    other = TestService.start(endpoint, SEVERAL);
    service = new ServiceUnderTest.Own(running);
  }

  @AfterAll
  void stop() {
    running.close();
    other.close();
  }

  private void setClock(Instant now) {
    service.setClock(now);
    other.setClock(now);
  }

  /** A world whose users are erased one after the other. */
  private final class Trial {
    private final Random random;
    private final Instant now;
    private final List<ObjectNode> events;
    private final List<String> users;
    private final Comparison comparison;
    private final List<Client> managers = new ArrayList<>();
    private final List<Client> readers = new ArrayList<>();
    private final List<Client> ingestors = new ArrayList<>();

    Trial(long seed) {
      random = new Random(seed);
      now = RandomWorld.bestNow(seed);
      setClock(now);
      RandomWorld world = RandomWorld.of(seed, now);
      TestTenant tenant = TestTenant.create(service, world.zone().getId());
      for (String role : List.of("manage", "read", "ingest")) {
        Client here = tenant.client(role);
        Client there = new Client(other.baseUri(), here.headers());
        (role.equals("manage") ? managers : role.equals("read") ? readers : ingestors)
            .addAll(List.of(here, there));
      }
      world.journeys().forEach(journey -> managers.getFirst().post("journeys", journey).json(201));
      comparison = new Comparison(service, world, readers.getFirst());
      events = new ArrayList<>(world.events());
      Collections.shuffle(events, random);
      users = new ArrayList<>(new LinkedHashSet<>(events.stream().map(Trial::user).toList()));
    }

    private static String user(ObjectNode event) {
      return event.get("user_id").textValue();
    }

    private <T> T either(List<T> two) {
      return two.get(random.nextInt(two.size()));
    }

    void deliver(List<ObjectNode> some) {
      new Delivery(
              either(ingestors),
              random,
              () -> 1 + random.nextInt(500),
              request -> request.get(),
              event -> comparison.erasures().isErased(NaiveEvent.read(event)))
          .deliver(some);
      comparison.add(some);
    }

    /** Erases some users at once, at a time that may be in the past of some of their events. */
    void eraseSome(int number, Duration ago) {
      Instant time = now.minus(ago);
      setClock(time);
      List<String> chosen =
          random.ints(number, 0, users.size()).mapToObj(users::get).distinct().toList();
      chosen.parallelStream()
          .forEach(user -> assertErased(managers.get(Math.abs(user.hashCode() % 2)), user));
      chosen.forEach(user -> comparison.erasures().erase(user, time));
      setClock(now);
    }

    void compare(String stage, int oneOf) {
      comparison.by(either(readers)).compare(stage, oneOf);
    }

    /** From memory, which after an erasure has nothing that is older. */
    void compareRemembered(String stage, int oneOf) {
      Client reader = either(readers).takingRemembered();
      comparison.by(reader).compare(stage, oneOf);
      comparison.by(reader).compare(stage, oneOf);
    }
  }

  private static void assertErased(Client manager, String user) {
    JsonNode answer =
        manager.send("DELETE", "users?user_id=" + Client.encode(user), NOTHING).json(202);
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
    trial.compare("erased before any event", 200);
    trial.eraseSome(3, Duration.ofDays(3));
    trial.compareRemembered("erased after some events", 400);
    trial.deliver(trial.events.subList(part, trial.events.size()));
    service.awaitRollup();
    trial.compare("after all events", 150);
    trial.eraseSome(4, Duration.ZERO);
    trial.compareRemembered("erased after all events", 400);
    trial.eraseSome(4, Duration.ofDays(20));
    List<ObjectNode> replayed = new ArrayList<>(trial.events);
    Collections.shuffle(replayed, trial.random);
    trial.deliver(replayed);
    trial.compare("after all events once more", 100);
    service.settle();
    trial.compare("settled", 150);
  }
}
