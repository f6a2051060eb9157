package io.journeystats.exactness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statistic of random worlds, compared with the naive implementation. {@code
 * -Dexactness.seeds=20} takes more seeds, {@code -Dexactness.first=1000} other ones ({@code random}
 * draws the first one), {@code -Dexactness.full=true} asks everything of each, {@code
 * -Dexactness.about=flow} only, but more of, what has this expression in its path. The name of a
 * test is its seed.
 */
class ExactnessIT {
  private final ServiceUnderTest service = ServiceUnderTest.find();

  static LongStream seeds() {
    String chosen = System.getProperty("exactness.first", "1");
    long first =
        chosen.equals("random") ? new Random().nextLong(1_000, 1_000_000) : Long.parseLong(chosen);
    return LongStream.range(first, first + Long.getLong("exactness.seeds", 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyStatisticEqualsTheNaiveOne(long seed) {
    Instant now = service.setClock(RandomWorld.bestNow(seed));
    RandomWorld world = RandomWorld.of(seed, now);
    TestTenant tenant = TestTenant.create(service, world.zone().getId());
    Client manager = tenant.client("manage");
    world.journeys().forEach(journey -> manager.post("journeys", journey).json(201));
    Comparison comparison = new Comparison(service, world, tenant.client("read"));
    Random random = new Random(seed);
    Delivery delivery = new Delivery(tenant.client("ingest"), random);

    List<ObjectNode> shuffled = new ArrayList<>(world.events());
    Collections.shuffle(shuffled, random);
    comparison.compare("before any event", 1200);
    int part = shuffled.size() * 6 / 10;
    deliver(comparison, delivery, shuffled.subList(0, part));
    comparison.compare("after a part of the events", 300);
    deliver(comparison, delivery, shuffled.subList(part, shuffled.size()));
    comparison.compare("after all events", 120);
    service.awaitRollup();
    comparison.compare("after all events, from the rollup", 120);
    deliver(comparison, delivery, shuffled);
    comparison.compare("after all events once more", 360);
    service.setClock(now.plus(Duration.ofDays(1)));
    comparison.compare("a day later", 360);
  }

  private static void deliver(Comparison comparison, Delivery delivery, List<ObjectNode> events) {
    delivery.deliver(events);
    comparison.add(events);
  }
}
