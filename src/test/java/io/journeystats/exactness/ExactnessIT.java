package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statistic of random worlds, compared with the naive implementation. {@code
 * -Dexactness.seeds=20} takes more seeds, {@code -Dexactness.first=1000} other ones, {@code
 * -Dexactness.full=true} asks everything of each.
 */
class ExactnessIT {
  private static final int SHOWN = 10;

  private final ServiceUnderTest service = ServiceUnderTest.find();

  static LongStream seeds() {
    long first = Long.getLong("exactness.first", 1);
    return LongStream.range(first, first + Long.getLong("exactness.seeds", 4));
  }

  /** A world that is being delivered to a tenant of its own. */
  private record Trial(RandomWorld world, Client reader, List<NaiveEvent> known) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyStatisticEqualsTheNaiveOne(long seed) {
    Instant now = service.setClock(RandomWorld.bestNow(seed));
    RandomWorld world = RandomWorld.of(seed, now);
    TestTenant tenant = TestTenant.create(service, world.zone().getId());
    Client manager = tenant.client("manage");
    world.journeys().forEach(journey -> manager.post("journeys", journey).json(201));
    Trial trial = new Trial(world, tenant.client("read"), new ArrayList<>());
    Random random = new Random(seed);
    Delivery delivery = new Delivery(tenant.client("ingest"), random);

    List<ObjectNode> shuffled = new ArrayList<>(world.events());
    Collections.shuffle(shuffled, random);
    compare(trial, "before any event", 100);
    int part = shuffled.size() * 6 / 10;
    deliver(trial, delivery, shuffled.subList(0, part));
    compare(trial, "after a part of the events", 25);
    deliver(trial, delivery, shuffled.subList(part, shuffled.size()));
    compare(trial, "after all events", 5);
    deliver(trial, delivery, shuffled);
    compare(trial, "after all events once more", 30);
    service.setClock(now.plus(Duration.ofDays(1)));
    compare(trial, "a day later", 30);
  }

  private static void deliver(Trial trial, Delivery delivery, List<ObjectNode> events) {
    delivery.deliver(events);
    events.forEach(event -> trial.known().add(NaiveEvent.read(event)));
  }

  /** Asks one question of so many, or every one. */
  private void compare(Trial trial, String stage, int oneOf) {
    Random random = new Random(stage.hashCode() + trial.world().seed());
    // One of each kind, so that a common fault does not hide a rare one.
    Map<String, String> differences = new ConcurrentSkipListMap<>();
    for (JsonNode definition : trial.world().journeys()) {
      NaiveJourney journey = NaiveJourney.read(definition);
      NaiveStatistics naive = new NaiveStatistics(journey, trial.known(), service.now());
      List<Question> questions = new ArrayList<>(Questions.of(trial.world(), journey));
      questions.removeIf(question -> !Questions.FULL && random.nextInt(oneOf) > 0);
      questions.parallelStream()
          .takeWhile(question -> differences.size() < SHOWN)
          .forEach(question ->
              difference(trial.reader(), question, naive)
                  .ifPresent(difference ->
                      differences.putIfAbsent(
                          kind(question, difference), question.path() + " " + difference)));
    }
    assertThat(differences.values())
        .as("seed %d, now %s, %s", trial.world().seed(), service.now(), stage)
        .isEmpty();
  }

  /** The call and the place in the answer, without ids, parameters and values. */
  private static String kind(Question question, String difference) {
    return question.path().replaceAll("^journeys/[^/]*|\\?.*", "")
        + difference.replaceAll(" (expected|instead)(?s:.*)|\\d", "");
  }

  /** Where the clock runs, the answer may be that of the time before or after the question. */
  private Optional<String> difference(Client reader, Question question, NaiveStatistics naive) {
    try {
      Instant before = service.now();
      JsonNode actual = question.ask(reader);
      Instant after = service.now();
      return Difference.find(question.naive().apply(naive.at(before)), actual)
          .flatMap(any -> Difference.find(question.naive().apply(naive.at(after)), actual))
          .map(Difference::toString);
    } catch (AssertionError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
