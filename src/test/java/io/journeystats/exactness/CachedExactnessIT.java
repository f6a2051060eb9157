package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statistics of random worlds as the cache answers them, compared with the naive implementation:
 * what is remembered was right a moment ago, and is right again once its time is up. Of two
 * instances on one database, one takes the events, and knows that no other does. {@code
 * -Dexactness.seeds} and {@code -Dexactness.first} choose the worlds.
 */
@Tag("nightly")
@ExtendWith(TestClickHouse.class)
class CachedExactnessIT {
  /**
   * How old an answer is that events changed when it is made again behind the one that is shown.
   */
  private static final Duration BUSY = Duration.ofSeconds(1);

  /** How long an event is missing at most. */
  private static final Duration RUNNING = Duration.ofSeconds(10);

  private static final Duration DAY = Duration.ofDays(1);

  private static final AtomicLong NANOS = new AtomicLong(System.nanoTime());
  private static TestService taking;
  private static TestService other;
  private static ClickHouse store;

  @BeforeAll
  static void start(ClickHouse clickHouse) {
    store = clickHouse;
    taking = TestService.start(clickHouse.endpoint());
    other = TestService.start(clickHouse.endpoint(), "alone: false");
    taking.setTicker(NANOS::get);
    other.setTicker(NANOS::get);
  }

  @AfterAll
  static void stop() {
    taking.close();
    other.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.journeystats.exactness.ExactnessIT#seeds")
  void anAnswerIsRightOnceItsTimeIsUp(long seed) {
    new Trial(seed).run();
  }

  /** One world, whose events come in little by little. */
  private static final class Trial {
    private final Random random;
    private final RandomWorld world;
    private final CachedComparison comparison;
    private final TestTenant tenant;
    private final Client admin;
    private final Client manager;
    private final Client reader;
    private final Client readerOfOther;
    private final Delivery delivery;
    private final List<ObjectNode> left;

    Trial(long seed) {
      Instant now = RandomWorld.bestNow(seed);
      setClocks(now);
      random = new Random(seed);
      world = RandomWorld.of(seed, now);
      comparison = new CachedComparison(world);
      tenant = TestTenant.create(new ServiceUnderTest.Own(taking), world.zone().getId());
      admin = tenant.client("admin");
      manager = tenant.client("manage");
      world.journeys().forEach(journey -> manager.post("journeys", journey).json(201));
      reader = tenant.client("read").takingRemembered();
      readerOfOther = new Client(other.baseUri(), reader.headers(), true);
      delivery = new Delivery(tenant.client("ingest"), random);
      left = new ArrayList<>(world.events());
      Collections.shuffle(left, random);
    }

    void run() {
      Instant within = world.now().minus(Duration.ofDays(3));
      Predicate<ObjectNode> isCustom = event -> event.get("type").textValue().equals("custom");
      Predicate<ObjectNode> isLate =
          event -> Instant.parse(event.get("time").textValue()).isBefore(within);
      expectRight("before any event");
      deliver(take(isCustom.negate().and(isLate.negate()), 0.6));
      pass(RUNNING);
      expectRight("after some events");
      letInsertionsAge();
      pass(RUNNING);
      expectRight("after nothing came in");

      arrive("custom events only", take(isCustom, 0.7));
      arrive("late events", take(isLate.and(isCustom.negate()), 0.8));
      arrive("all but a few events", take(_ -> true, 0.7));
      redefineGoals();
      setClocks(world.now().plus(DAY));
      comparison.moveTo(world.now().plus(DAY));
      expectRight("a day later, though nothing remembered is older");
      arrive("events of the day that is over since", take(_ -> true, 1));
      pass(DAY);
      expectRight("after all events");
      keepSixtyDays();
      setClocks(world.now().plus(DAY).plus(DAY));
      comparison.moveTo(world.now().plus(DAY).plus(DAY));
      expectRight("a day later, of which another one is too old");
    }

    /** Nothing that is remembered is shown any more, on whichever instance. */
    private void keepSixtyDays() {
      JsonNode shown = admin.patch("tenants/" + tenant.id(), "{\"retention_days\": 60}").json(200);
      Client adminOfOther = new Client(other.baseUri(), admin.headers());
      Waiting.until(() -> adminOfOther.get("tenants/" + tenant.id()).json(200).equals(shown));
      comparison.keep(Optional.of(60));
      expectRight("kept for sixty days");
    }

    /** Some of the events that were not sent yet. */
    private List<ObjectNode> take(Predicate<ObjectNode> which, double share) {
      List<ObjectNode> matching = left.stream().filter(which).toList();
      List<ObjectNode> taken = matching.subList(0, (int) Math.ceil(matching.size() * share));
      left.removeAll(taken);
      return taken;
    }

    /** Events never arrive in the nanosecond in which an answer is made. */
    private void deliver(List<ObjectNode> events) {
      pass(Duration.ofNanos(1));
      delivery.deliver(events);
      pass(Duration.ofNanos(1));
      comparison.add(events);
    }

    /** Events come in of which other answers than the right ones are remembered. */
    private void arrive(String what, List<ObjectNode> events) {
      deliver(events);
      comparison.expectRightOrOlder(reader, what + ", just taken");
      comparison.expectRightOrOlder(readerOfOther, what + ", just taken by another");
      pass(BUSY);
      comparison.expectRightOrOlder(reader, what + ", taken a moment ago");
      comparison.expectRightOrOlder(readerOfOther, what + ", taken by another a moment ago");
      pass(RUNNING.minus(BUSY));
      comparison.expectRight(readerOfOther, what + ", taken by another");
      comparison.expectRight(reader, what + ", taken");
      letInsertionsAge();
    }

    private void redefineGoals() {
      ObjectNode journey = world.journeys().getFirst().deepCopy();
      for (JsonNode goal : journey.get("goals")) {
        if (goal.has("event_name")) {
          ObjectNode edited = (ObjectNode) goal;
          edited.put("conversion_period_days", 8 - goal.get("conversion_period_days").asInt() % 8);
          edited.remove("goal_step_id");
        }
      }
      String path = "journeys/" + journey.get("id").textValue();
      JsonNode shown =
          manager
              .send(
                  "PUT", path, Utf8.bytes(Json.write(journey)), "Content-Type", "application/json")
              .json(200);
      comparison.redefine(journey);
      comparison.expectRight(reader, "goals defined otherwise");
      Waiting.until(() -> readerOfOther.get(path).json(200).equals(shown));
      comparison.expectRight(readerOfOther, "goals defined otherwise through another");
    }

    private void expectRight(String stage) {
      comparison.expectRight(reader, stage);
      comparison.expectRight(readerOfOther, stage + ", at another");
    }
  }

  private static void setClocks(Instant now) {
    taking.setClock(now);
    other.setClock(now);
  }

  private static void pass(Duration time) {
    NANOS.addAndGet(time.toNanos());
  }

  /** As if all insertions were of yesterday, so that answers can be found to be right still. */
  private static void letInsertionsAge() {
    taking.awaitRollup();
    store
        .dsl()
        .execute(
            "ALTER TABLE events UPDATE inserted_at = inserted_at - 86400 WHERE true SETTINGS"
                + " mutations_sync = 1");
  }
}
