package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/**
 * A tenant with journeys and events made from a seed, dense with what is easily counted wrongly.
 *
 * @param seed what it is made from
 * @param zone the tenant's time zone
 * @param now the time it is in that world
 * @param journeys the journeys' definitions
 * @param events all events, each once
 */
record RandomWorld(
    long seed, ZoneId zone, Instant now, List<JsonNode> journeys, List<ObjectNode> events) {

  /** Days on which clocks change, or years do, and an ordinary one. */
  private static final List<Instant> NOWS =
      List.of(
          Instant.parse("2026-03-08T15:30:00.500Z"),
          Instant.parse("2025-11-02T05:59:59.999Z"),
          Instant.parse("2026-04-04T15:10:00Z"),
          Instant.parse("2025-12-31T18:15:00Z"),
          Instant.parse("2025-10-04T15:29:59Z"),
          Instant.parse("2026-07-15T12:34:56.789Z"),
          Instant.parse("2025-09-27T14:00:00Z"));

  /** What the time would best be in the world of that seed. */
  static Instant bestNow(long seed) {
    return NOWS.get(Math.floorMod(seed, NOWS.size()));
  }

  static RandomWorld of(long seed, Instant now) {
    Random random = new Random(seed);
    ZoneId zone = Moments.ZONES.get(Math.floorMod(seed, Moments.ZONES.size()));
    List<JsonNode> journeys = new WorldJourneys(random).some();
    List<ObjectNode> events = new WorldEvents(random, new Moments(random, now), journeys).some();
    return new RandomWorld(seed, zone, now, journeys, events);
  }
}
