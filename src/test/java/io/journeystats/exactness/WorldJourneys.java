package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Makes the journeys' definitions of a random world. */
final class WorldJourneys {

  /**
   * Goal conditions, each with properties that satisfy its filters.
   *
   * @param eventName the custom event's name
   * @param filters the filters as JSON
   * @param satisfying properties that they hold for
   */
  record Conditions(String eventName, String filters, String satisfying) {}

  /** Of every type something that all {@link #filters} hold for. */
  private static final String SATISFYING =
      """
      {"amount": 50, "coupon": "SAVE 10 %", "flag": true, "list": ["vip", 5.0, true, null, ["vip"]], "a.b": 1e20}\
      """;

  private static final List<String> KINDS =
      List.of("entry", "message", "wait", "condition", "goal", "exit", "other");

  private final Random random;

  WorldJourneys(Random random) {
    this.random = random;
  }

  private static String filter(String property, String op, String value) {
    ObjectNode filter = Json.object().put("property", property).put("op", op);
    if (!op.equals("exists")) {
      filter.set("value", Json.read(value));
    }
    return Json.write(Json.array().add(filter));
  }

  static final List<Conditions> CONDITIONS =
      List.of(
          new Conditions("purchase", "[]", "{}"),
          new Conditions("purchase", filter("amount", "gte", "50"), "{\"amount\": 50.0}"),
          new Conditions("purchase", filter("amount", "lt", "50"), "{\"amount\": 49.99}"),
          new Conditions("purchase", filter("amount", "neq", "50"), "{\"amount\": -50}"),
          new Conditions("purchase", filter("amount", "neq", "\"50\""), "{\"amount\": \"5\"}"),
          new Conditions(
              "purchase",
              "[{\"property\": \"amount\", \"op\": \"gt\", \"value\": 0.1},"
                  + "{\"property\": \"coupon\", \"op\": \"eq\", \"value\": \"SAVE 10 %\"}]",
              "{\"coupon\": \"SAVE 10 %\", \"amount\": 12345678901234567890123}"),
          new Conditions(
              "sign \"up\"",
              filter("big", "eq", "9007199254740992"),
              "{\"big\": 9007199254740993}"),
          new Conditions(
              "sign \"up\"", filter("tags", "contains", "\"vip\""), "{\"tags\": [1, \"vip\"]}"),
          new Conditions(
              "sign \"up\"", filter("tags", "contains", "5"), "{\"tags\": [\"5\", 5.0]}"),
          new Conditions(
              "sign \"up\"", filter("tags", "contains", "true"), "{\"tags\": [null, true]}"),
          new Conditions(
              "покупка 🛒", filter("город", "contains", "\"ü\""), "{\"город\": \"Zürich\"}"),
          new Conditions("покупка 🛒", filter("flag", "eq", "true"), "{\"flag\": true}"),
          new Conditions("покупка 🛒", filter("flag", "neq", "true"), "{\"flag\": false}"),
          new Conditions("it's", filter("a.b", "exists", "null"), "{\"a.b\": {\"deep\": 1}}"),
          new Conditions(
              "it's", filter("day", "eq", "\"2024-01-01\""), "{\"day\": \"2024-01-01\"}"),
          new Conditions(
              "it's", filter("day", "gt", "\"2024-01-01\""), "{\"day\": \"2024-01-02\"}"),
          new Conditions("it's", filter("text", "gte", "\"\uFFFF\""), "{\"text\": \"😀\"}"),
          new Conditions("it's", filter("q\"\\'", "lte", "-1.5"), "{\"q\\\"\\\\'\": -1.50}"),
          new Conditions("it's", filter("text", "lt", "\"\uFFFF\""), "{\"text\": \"\uFFFE\"}"),
          new Conditions(
              "it's", filter("text", "gt", "\"\uFFFF\""), "{\"text\": \"\uFFFF\\u0000\"}"),
          new Conditions("purchase", filter("list", "contains", "1e20"), "{\"list\": [1, 100e18]}"),
          new Conditions("purchase", filter("list", "contains", "\"\""), "{\"list\": \"\"}"),
          new Conditions("purchase", filters(12), SATISFYING),
          new Conditions("purchase", filters(50), SATISFYING),
          new Conditions("sign \"up\"", filters(50), SATISFYING));

  /**
   * Filters with every operator and type, most of them shared with other conditions, some twice.
   */
  private static String filters(int number) {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("list", "contains", "\"vip\""));
    all.add(List.of("list", "contains", "5"));
    all.add(List.of("list", "contains", "true"));
    all.add(List.of("coupon", "contains", "\"10\""));
    all.add(List.of("coupon", "contains", "\"SAVE\""));
    all.add(List.of("coupon", "eq", "\"SAVE 10 %\""));
    all.add(List.of("coupon", "lte", "\"SAVE 10 %\""));
    all.add(List.of("flag", "neq", "false"));
    all.add(List.of("a.b", "gte", "1e20"));
    all.add(List.of("a.b", "exists", "null"));
    for (int i = 0; all.size() < number; i++) {
      all.add(List.of("amount", "neq", Integer.toString(51 + i)));
      all.add(List.of("amount", i % 2 == 0 ? "gte" : "gt", Integer.toString(50 - i)));
      all.add(List.of("amount", i % 2 == 0 ? "lt" : "lte", Integer.toString(51 + i)));
      all.add(List.of("coupon", i % 2 == 0 ? "gt" : "gte", "\"S" + (char) ('A' - i) + '"'));
      all.add(List.of("coupon", "neq", "\"" + i + '"'));
      all.add(List.of("flag", "exists", "null"));
    }
    ArrayNode filters = Json.array();
    for (List<String> one : all.subList(0, number)) {
      filters.addAll((ArrayNode) Json.read(filter(one.get(0), one.get(1), one.get(2))));
    }
    return Json.write(filters);
  }

  /** Two or three definitions. */
  List<JsonNode> some() {
    List<JsonNode> journeys = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      ObjectNode journey = Json.object();
      journey.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
      journey.put("title", pick(List.of("J", "j")) + "ourney " + pick(HostileTexts.ALL) + " " + i);
      if (random.nextInt(4) > 0) {
        journey.put("category", pick(List.of("Growth", "growth", "\u00c4rger", "Zoo")));
      }
      journey.put("type", random.nextBoolean() ? "audience_based" : "trigger_based");
      ArrayNode steps = journey.putArray("steps").addAll(steps(i));
      journey.putArray("goals").addAll(goals(steps, i == 0 ? 6 : 3));
      if (i > 0) {
        addLikeThoseOf(journeys.getFirst(), journey);
      }
      journeys.add(journey);
    }
    return journeys;
  }

  /** The first journey has every kind and every channel; the others lack some. */
  private List<ObjectNode> steps(int journey) {
    List<String> ids = ids();
    List<ObjectNode> steps = new ArrayList<>();
    for (String kind : KINDS) {
      for (String channel : kind.equals("message") ? NaiveChannel.ALL : List.of("")) {
        for (int copy = 0; copy <= random.nextInt(2); copy++) {
          if (journey == 0 || random.nextInt(3) > 0) {
            steps.add(step(ids.removeLast(), kind, channel));
          }
        }
      }
    }
    if (steps.isEmpty()) {
      steps.add(step(ids.removeLast(), "entry", ""));
    }
    return steps;
  }

  private ObjectNode step(String id, String kind, String channel) {
    ObjectNode step = Json.object();
    step.put("id", id);
    step.put("name", "Step " + pick(HostileTexts.ALL) + "!");
    step.put("kind", kind);
    if (kind.equals("message")) {
      step.put("channel", channel);
    }
    return step;
  }

  private List<ObjectNode> goals(ArrayNode steps, int computed) {
    List<String> ids = ids();
    List<ObjectNode> goals = new ArrayList<>();
    goals.add(Json.object().put("id", ids.removeLast()).put("name", "Told by the sender"));
    for (int i = 0; i < computed; i++) {
      Conditions conditions = pick(CONDITIONS);
      ObjectNode goal = Json.object();
      goal.put("id", ids.removeLast());
      goal.put("name", "Goal " + pick(HostileTexts.ALL) + "!");
      goal.put("event_name", conditions.eventName());
      goal.set("filters", Json.read(conditions.filters()));
      goal.put("conversion_period_days", pick(List.of(1, 1, 2, 7, 30, 365)));
      if (random.nextBoolean()) {
        goal.set("goal_step_id", steps.get(random.nextInt(steps.size())).get("id"));
      }
      addValue(goal);
      goals.add(goal);
    }
    addValue(goals.getFirst());
    return goals;
  }

  private void addValue(ObjectNode goal) {
    if (random.nextInt(4) > 0) {
      goal.put("value_property", pick(List.of("amount", "amount", "a.b", "q\"\\'", "coupon")));
      switch (random.nextInt(3)) {
        case 0 -> goal.put("currency", pick(List.of("EUR", "usd")));
        case 1 -> goal.put("currency_property", pick(List.of("currency", "coupon", "amount")));
        default -> {
          // None at all.
        }
      }
    }
  }

  /** Goals are often defined alike, or nearly, in several journeys. */
  private void addLikeThoseOf(JsonNode other, ObjectNode journey) {
    Set<String> known = new HashSet<>();
    journey.get("goals").forEach(goal -> known.add(goal.get("id").textValue()));
    for (JsonNode goal : other.get("goals")) {
      if (random.nextBoolean() && known.add(goal.get("id").textValue())) {
        ObjectNode alike = goal.deepCopy();
        alike.remove("goal_step_id");
        if (alike.has("event_name") && random.nextInt(3) == 0) {
          alike.put("conversion_period_days", 3);
        }
        journey.withArray("goals").add(alike);
      }
    }
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>(HostileTexts.ALL);
    // Which ids must not have.
    ids.removeIf(id -> id.indexOf(0) >= 0);
    Collections.shuffle(ids, random);
    return ids;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
