package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tenant of the benchmark with its journeys, created through the API.
 *
 * @param id the id of the tenant
 * @param journeys the numbers of the journeys
 */
record BenchTenant(String id, List<Integer> journeys) {
  /** The measured tenant. */
  static final BenchTenant MEASURED =
      new BenchTenant("bench", IntStream.rangeClosed(1, 40).boxed().toList());

  /** Another tenant in the same database. */
  static final BenchTenant OTHER = new BenchTenant("other", List.of(41, 42));

  /** The tenant whose events are sent to measure ingestion. */
  static final BenchTenant SCRATCH = new BenchTenant("scratch", List.of(1, 2));

  /** Journeys from this number on are drafts, and their goals differ more. */
  private static final int FIRST_OF_MANY = 1000;

  private static final int DIFFERENT_GOALS = Integer.getInteger("bench.goals", 20);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CHANNELS =
      List.of(
          "push",
          "email",
          "sms",
          "whatsapp",
          "email",
          "push",
          "whatsapp",
          "email",
          "push",
          "in_app",
          "email",
          "push");

  /** The id of the journey with a number. */
  static String journeyId(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  void create(Api operator, String timeZone) throws IOException {
    operator.post(
        "tenants",
        JSON.createObjectNode().put("id", id).put("name", id).put("time_zone", timeZone));
    try (Api admin = signIn(operator)) {
      for (int number : journeys) {
        admin.post("journeys", journey(number));
        if (number < FIRST_OF_MANY) {
          admin.post("journeys/" + journeyId(number) + "/activate", JSON.createObjectNode());
        }
      }
    }
  }

  /** A client with a new administrator key of this tenant. */
  Api signIn(Api operator) throws IOException {
    JsonNode key =
        operator.post("tenants/" + id + "/keys", JSON.createObjectNode().put("role", "admin"));
    return operator.as(key.get("key").textValue());
  }

  private static ObjectNode journey(int number) {
    ObjectNode journey =
        JSON.createObjectNode()
            .put("id", journeyId(number))
            .put("title", "Journey " + number)
            .put("category", "Benchmark")
            .put("type", "audience_based");
    ArrayNode steps = journey.putArray("steps");
    for (int i = 0; i < CHANNELS.size(); i++) {
      steps
          .addObject()
          .put("id", "step-%02d".formatted(i + 1))
          .put("name", "Step %d".formatted(i + 1))
          .put("kind", "message")
          .put("channel", CHANNELS.get(i));
    }
    ArrayNode goals = journey.putArray("goals");
    goals.addObject().put("id", "goal-1").put("name", "Reported");
    goals.addObject().put("id", "goal-2").put("name", "Reported, too");
    int more = number < FIRST_OF_MANY ? 0 : number % DIFFERENT_GOALS;
    purchase(goals.addObject().put("id", "goal-3").put("name", "Purchase"), 300 + more);
    purchase(
            goals.addObject().put("id", "goal-4").put("name", "Big purchase after a step"),
            450 + more)
        .put("goal_step_id", "step-02")
        .put("conversion_period_days", 7);
    return journey;
  }

  private static ObjectNode purchase(ObjectNode goal, int amount) {
    goal.put("event_name", "purchase")
        .putArray("filters")
        .addObject()
        .put("property", "amount")
        .put("op", "gte")
        .put("value", amount);
    return goal;
  }
}
