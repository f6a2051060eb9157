package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The delay until an accepted event is included in answers.
 *
 * @param trials the number of trials
 * @param missingAtOnce the number of trials in which the next uncached answer did not include the
 *     event; expected to be 0
 * @param longestCachedMillis the longest time until a cached answer included the event
 */
record Freshness(int trials, int missingAtOnce, long longestCachedMillis) {
  private static final int TRIALS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AUDIENCE =
      "journeys/" + BenchTenant.journeyId(2) + "/stats/audience?period=all";

  static Freshness measure(Api scratch) throws IOException, InterruptedException {
    int missing = 0;
    long longest = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      long before = entrances(scratch, scratch.get(AUDIENCE));
      scratch.post("events", entrance());
      long accepted = System.nanoTime();
      // Other periods, so that these requests do not refresh the cached answer.
      long today = entrances(scratch, scratch.getUncached(AUDIENCE.replace("all", "today")));
      long month = entrances(scratch, scratch.getUncached(AUDIENCE.replace("all", "30d")));
      missing += today == before + 1 && month == before + 1 ? 0 : 1;
      while (entrances(scratch, scratch.get(AUDIENCE)) <= before) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      longest = Math.max(longest, System.nanoTime() - accepted);
    }
    return new Freshness(TRIALS, missing, TimeUnit.NANOSECONDS.toMillis(longest));
  }

  private static long entrances(Api scratch, Request request) throws IOException {
    return scratch.json(request).get("entrances").asLong();
  }

  private static JsonNode entrance() {
    return JSON.createObjectNode()
        .put("event_id", UUID.randomUUID().toString())
        .put("type", "entered")
        .put("time", Instant.now().toString())
        .put("journey_id", BenchTenant.journeyId(2))
        .put("user_id", "user-1");
  }
}
