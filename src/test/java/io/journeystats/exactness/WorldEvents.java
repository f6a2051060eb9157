package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Lets the users of a random world wander through its journeys, and notes what happens. */
final class WorldEvents {
  private static final Map<String, List<String>> FOLLOW_UPS =
      Map.of(
          "push",
          List.of("message_delivered", "message_opened", "message_clicked"),
          "in_app",
          List.of("message_shown", "message_interacted", "message_dismissed", "message_clicked"),
          "email",
          List.of(
              "message_delivered",
              "message_opened",
              "message_clicked",
              "message_unsubscribed",
              "message_hard_bounced",
              "message_soft_bounced",
              "message_complained"),
          "sms",
          List.of("message_delivered", "message_clicked"),
          "whatsapp",
          List.of("message_delivered", "message_read", "message_clicked"));

  /** Why messages fail or are skipped. */
  static final List<String> REASONS =
      List.of("invalid_push_token", "app_uninstalled", "no_device", "quiet \"hours\"", "лимит");

  /** What is clicked; the empty text is a click that names no link. */
  static final List<String> LINKS =
      List.of(
          "",
          "https://example.org/",
          "https://example.org/?q=1&r=%20#top",
          "https://example.org/\u00fc",
          "https://example.org/\uFFFD",
          "https://example.org/\uD83D\uDE00",
          "=HYPERLINK(\"https://example.org\")",
          "null",
          "x".repeat(2048));

  private static final List<String> AMOUNTS =
      List.of(
          "0.1",
          "19.99",
          "-5",
          "-0.00005",
          "0.00004999999999999999999999",
          "0.00015",
          "1e3",
          "12.5E-1",
          "999999999999999.99994",
          "999999999999999.99996",
          "-1000000000000000",
          "1e15",
          "1e-400",
          "123456789012345678901234567890123456789012345678901234567890e-50",
          "18446744073709551616",
          "\"5\"",
          "null",
          "true",
          "[1]",
          "{\"amount\": 1}");

  private static final List<String> CURRENCIES =
      List.of(
          "\"EUR\"",
          "\"eur\"",
          "\"GBP\"",
          "\"x\"",
          "\"POINTSXY\"",
          "\"TOOLONGXY\"",
          "\"\"",
          "\"E R\"",
          "5",
          "null");

  private static final List<String> PROPERTIES =
      List.of(
          "{}",
          "{\"amount\": 50}",
          "{\"amount\": \"50\"}",
          "{\"amount\": 50.000000000000007}",
          "{\"amount\": 49.99999999999999999999}",
          "{\"amount\": null}",
          "{\"amount\": [50]}",
          "{\"amount\": true, \"coupon\": 10}",
          "{\"amount\": 1e300, \"coupon\": \"save 10 %\"}",
          "{\"amount\": 0.1, \"coupon\": \"SAVE 10 %\"}",
          "{\"big\": 9007199254740994}",
          "{\"big\": 9.007199254740992e15}",
          "{\"big\": \"9007199254740992\"}",
          "{\"tags\": \"vips\"}",
          "{\"tags\": [\"VIP\", \"5\", [\"vip\"], {\"vip\": 5}]}",
          "{\"tags\": {\"vip\": true}}",
          "{\"tags\": \"5\"}",
          "{\"a\": {\"b\": 1}}",
          "{\"a.b\": null}",
          "{\"a.b\": false}",
          "{\"flag\": \"true\"}",
          "{\"flag\": 1}",
          "{\"day\": \"2024-01-01T00:00:00Z\"}",
          "{\"day\": \"2024-01-01 00:00:00\"}",
          "{\"day\": 20240101}",
          "{\"text\": \"\uFFFE\"}",
          "{\"text\": \"\uD800\uDC00\"}",
          "{\"город\": \"u\u0308\"}",
          "{\"q\\\"\\\\'\": -1.4999, \"\": 0}");

  private static final List<String> OTHER_VALUES =
      List.of(
          "null", "true", "false", "49.9", "51", "1e300", "\"SAVE\"", "\"vip\"", "[5, true]", "{}");

  private final Random random;
  private final Moments moments;
  private final List<JsonNode> journeys;
  private final List<String> users = new ArrayList<>();
  private final Map<String, List<String>> devices = new HashMap<>();
  private final List<ObjectNode> events = new ArrayList<>();
  private final Set<NaiveEvent.Identity> identities = new HashSet<>();

  WorldEvents(Random random, Moments moments, List<JsonNode> journeys) {
    this.random = random;
    this.moments = moments;
    this.journeys = journeys;
    users.addAll(some(HostileTexts.ALL, 16));
    users.add(pick(HostileTexts.LONG));
    for (int i = 0; i < 8; i++) {
      users.add("user-" + i);
    }
    for (String user : users) {
      List<String> own = new ArrayList<>(some(HostileTexts.ALL, random.nextInt(2)));
      for (int i = 0; i < random.nextInt(3); i++) {
        own.add("device-" + random.nextInt(30));
      }
      devices.put(user, own);
    }
  }

  List<ObjectNode> some() {
    for (String user : users) {
      for (JsonNode journey : journeys) {
        for (int visits = random.nextInt(4); visits > 0; visits--) {
          visit(user, journey, moments.any());
        }
      }
    }
    journeys.forEach(this::brinks);
    for (int i = 0; i < 100; i++) {
      anything();
    }
    return events;
  }

  private void visit(String user, JsonNode journey, Instant start) {
    Instant time = start;
    happen("entered", user, journey, time, Json.object());
    tryGoals(user, journey, time);
    for (JsonNode step : journey.get("steps")) {
      if (random.nextInt(100) < 55) {
        continue;
      }
      JsonNode known = random.nextInt(12) == 0 ? unknown(step) : step;
      time = time.plus(moments.gap());
      happen("step_entered", user, journey, time, ofStep(known));
      if (known.has("channel")) {
        message(user, journey, known, time);
      }
      if (random.nextInt(4) > 0) {
        time = time.plus(moments.gap());
        happen("step_completed", user, journey, time, ofStep(known));
        tryGoals(user, journey, time);
      }
    }
    leave(user, journey, time.plus(moments.gap()));
  }

  /** A step that the definition lacks, otherwise alike. */
  private ObjectNode unknown(JsonNode step) {
    ObjectNode unknown = step.deepCopy();
    return unknown.put("id", "gone " + pick(HostileTexts.ALL));
  }

  private static ObjectNode ofStep(JsonNode step) {
    ObjectNode fields = Json.object();
    fields.set("step_id", step.get("id"));
    if (step.has("channel")) {
      fields.set("channel", step.get("channel"));
    }
    return fields;
  }

  private void message(String user, JsonNode journey, JsonNode step, Instant start) {
    String channel = step.get("channel").textValue();
    ObjectNode fields = ofStep(step);
    fields.put("message_id", pick(HostileTexts.ALL) + random.nextInt(5));
    int dice = random.nextInt(10);
    if (dice < 2) {
      String type = dice == 0 ? "message_failed" : "message_skipped";
      happen(type, user, journey, start, fields.deepCopy().put("reason", pick(REASONS)));
      return;
    }
    happen(
        channel.equals("in_app") ? "message_shown" : "message_sent", user, journey, start, fields);
    Instant time = start;
    for (int i = random.nextInt(7); i > 0; i--) {
      time = time.plus(moments.gap());
      happen(pick(FOLLOW_UPS.getOrDefault(channel, List.of())), user, journey, time, fields);
      tryGoals(user, journey, time);
    }
  }

  private void leave(String user, JsonNode journey, Instant time) {
    for (int i = random.nextInt(3); i > 0; i--) {
      ObjectNode fields = Json.object();
      if (random.nextBoolean()) {
        fields.set("step_id", pickStep(journey).get("id"));
      }
      switch (random.nextInt(6)) {
        case 0 -> happen("exited", user, journey, time, fields.put("reason", "completed"));
        case 1 -> happen("exited", user, journey, time, fields.put("reason", "left"));
        case 2, 3 -> {
          fields.put("reason", "cancel_event");
          fields.put("event_name", pick(HostileTexts.ALL));
          happen("exited", user, journey, time, fields);
        }
        case 4 -> {
          fields.putObject("properties").put("detail", pick(HostileTexts.ALL));
          happen("dropped", user, journey, time, fields.put("reason", "internal_error"));
        }
        default -> happen("dropped", user, journey, time, fields.put("reason", "sending_error"));
      }
    }
  }

  /** Lets the user complete goals, often exactly where a conversion period begins or ends. */
  private void tryGoals(String user, JsonNode journey, Instant start) {
    if (random.nextInt(4) > 0) {
      return;
    }
    JsonNode goal = pickGoal(journey);
    Duration period = Duration.ofDays(goal.path("conversion_period_days").asInt(30));
    Duration later =
        pick(
            List.of(
                Duration.ZERO,
                Duration.ofMillis(-1),
                period,
                period.minusMillis(1),
                period.plusMillis(1),
                moments.gap()));
    Instant time = start.plus(later);
    if (!goal.has("event_name") || random.nextInt(4) == 0) {
      ObjectNode fields = Json.object();
      fields.put("goal_id", random.nextInt(10) == 0 ? "no goal" : goal.get("id").textValue());
      happen("goal_reached", user, journey, time, withWorth(fields));
    } else {
      custom(user, goal, time);
    }
  }

  /** Users of whom one single event, on the brink of counting, decides. */
  private void brinks(JsonNode journey) {
    for (JsonNode goal : journey.get("goals")) {
      Duration period = Duration.ofDays(goal.path("conversion_period_days").asInt(30));
      if (goal.has("event_name")) {
        for (Duration later : brinks(Duration.ZERO, period)) {
          startAndReach(journey, goal, later, satisfying(goal));
        }
        for (String properties : PROPERTIES) {
          if (concerns(goal, properties)) {
            startAndReach(journey, goal, Duration.ZERO, properties);
          }
        }
        if (goal.get("filters").size() > 1) {
          nearly(satisfying(goal))
              .forEach(properties -> startAndReach(journey, goal, Duration.ZERO, properties));
        }
      }
      JsonNode step = pick(messageSteps(journey));
      for (Duration earlier : brinks(Duration.ZERO, period)) {
        interactAndReach(journey, goal, step, earlier);
      }
    }
  }

  /** The properties, each time with one of them left out or another. */
  private List<String> nearly(String properties) {
    List<String> nearly = new ArrayList<>();
    Json.read(properties)
        .fieldNames()
        .forEachRemaining(name -> {
          ObjectNode changed = Json.read(properties).deepCopy();
          nearly.add(Json.write(changed.without(name)));
          changed.set(name, Json.read(pick(OTHER_VALUES)));
          nearly.add(Json.write(changed));
        });
    return nearly;
  }

  private static List<Duration> brinks(Duration first, Duration last) {
    return List.of(first.minusMillis(1), first, last.minusMillis(1), last, last.plusMillis(1));
  }

  /** Whether a filter of the goal looks at one of the properties. */
  private static boolean concerns(JsonNode goal, String properties) {
    for (JsonNode filter : goal.get("filters")) {
      if (Json.read(properties).has(filter.get("property").textValue())) {
        return true;
      }
    }
    return false;
  }

  private void startAndReach(JsonNode journey, JsonNode goal, Duration later, String properties) {
    String user = "brink-" + events.size();
    Instant time = moments.any();
    Instant start = time.minus(later);
    happen("entered", user, journey, start, Json.object());
    for (JsonNode step : journey.get("steps")) {
      if (step.get("id").equals(goal.get("goal_step_id"))) {
        happen("step_completed", user, journey, start, ofStep(step));
      }
    }
    custom(user, goal, time, properties);
  }

  private void interactAndReach(JsonNode journey, JsonNode goal, JsonNode step, Duration earlier) {
    String user = "brink-" + events.size();
    Instant time = moments.any();
    ObjectNode fields = ofStep(step).put("message_id", user);
    String channel = step.get("channel").textValue();
    happen(
        FOLLOW_UPS.getOrDefault(channel, List.of()).get(1),
        user,
        journey,
        time.minus(earlier),
        fields);
    ObjectNode reached = Json.object().set("goal_id", goal.get("id"));
    happen("goal_reached", user, journey, time, withWorth(reached));
  }

  /** The message steps, or one that the definition lacks where it has none. */
  private static List<JsonNode> messageSteps(JsonNode journey) {
    List<JsonNode> steps = new ArrayList<>();
    for (JsonNode step : journey.get("steps")) {
      if (step.has("channel")) {
        steps.add(step);
      }
    }
    if (steps.isEmpty()) {
      steps.add(Json.object().put("id", "gone").put("channel", "push"));
    }
    return steps;
  }

  private void custom(String user, JsonNode goal, Instant time) {
    custom(user, goal, time, random.nextInt(3) > 0 ? satisfying(goal) : pick(PROPERTIES));
  }

  private String satisfying(JsonNode goal) {
    return pick(
        WorldJourneys.CONDITIONS.stream()
            .filter(conditions -> Json.read(conditions.filters()).equals(goal.get("filters")))
            .map(WorldJourneys.Conditions::satisfying)
            .toList());
  }

  private void custom(String user, JsonNode goal, Instant time, String properties) {
    ObjectNode fields = Json.object();
    fields.set("event_name", goal.get("event_name"));
    ObjectNode all = (ObjectNode) Json.read(properties);
    if (random.nextBoolean()) {
      addWorth(all);
    }
    fields.set("properties", all);
    if (random.nextInt(8) == 0) {
      fields.set("journey_id", pick(journeys).get("id"));
    }
    add("custom", user, time, fields);
  }

  private ObjectNode withWorth(ObjectNode fields) {
    ObjectNode properties = Json.object();
    addWorth(properties);
    return fields.deepCopy().set("properties", properties);
  }

  /** What may be a value and a currency, or looks like one. */
  private void addWorth(ObjectNode properties) {
    if (random.nextInt(3) == 0) {
      properties.set("before", Json.read("{\"amount\": 7, \"deep\": [{\"amount\": 8}]}"));
      JsonNode amount = properties.remove("amount");
      if (amount != null) {
        properties.set("amount", amount);
      }
    }
    if (!properties.has("amount") || random.nextBoolean()) {
      properties.set("amount", Json.read(pick(AMOUNTS)));
    }
    properties.set("currency", Json.read(pick(CURRENCIES)));
    if (random.nextInt(3) == 0) {
      properties.put("text", "\"amount\":5,{");
    }
  }

  /** An event of a random user at a random time, out of any context. */
  private void anything() {
    JsonNode journey = pick(journeys);
    String user = pick(users);
    switch (random.nextInt(5)) {
      case 0 -> leave(user, journey, moments.any());
      case 1 -> tryGoals(user, journey, moments.any());
      case 2 -> custom(user, pickConditionsGoal(journey), moments.any());
      default -> {
        JsonNode step = pickStep(journey);
        if (step.has("channel")) {
          message(user, journey, step, moments.any());
        } else {
          happen("step_completed", user, journey, moments.any(), ofStep(step));
        }
      }
    }
  }

  private JsonNode pickStep(JsonNode journey) {
    JsonNode step = journey.get("steps").get(random.nextInt(journey.get("steps").size()));
    return random.nextInt(12) == 0 ? unknown(step) : step;
  }

  private static JsonNode pickConditionsGoal(JsonNode journey) {
    return journey.get("goals").get(1);
  }

  private JsonNode pickGoal(JsonNode journey) {
    return journey.get("goals").get(random.nextInt(journey.get("goals").size()));
  }

  private void happen(String type, String user, JsonNode journey, Instant time, ObjectNode fields) {
    ObjectNode event = fields.deepCopy();
    event.set("journey_id", journey.get("id"));
    List<String> own = devices.getOrDefault(user, List.of());
    if (!own.isEmpty() && random.nextBoolean()) {
      event.put("hwid", pick(own));
    }
    if (type.equals("message_clicked")) {
      String link =
          random.nextInt(4) == 0 ? "https://example.org/?q=" + pick(HostileTexts.ALL) : pick(LINKS);
      if (!link.isEmpty()) {
        event.put("link_url", link);
      }
    }
    if (random.nextInt(8) == 0) {
      event.put("machine", random.nextBoolean());
      event.put("user_agent", pick(HostileTexts.ALL));
    }
    if ((type.equals("entered") || type.equals("step_completed")) && random.nextBoolean()) {
      event.put("arm", pick(HostileTexts.ALL));
    }
    add(type, user, time, event);
  }

  private void add(String type, String user, Instant time, ObjectNode event) {
    Instant kept = time.truncatedTo(ChronoUnit.MILLIS);
    event.put("type", type);
    event.put("user_id", user);
    event.put("time", kept.toString());
    event.put("event_id", eventId());
    NaiveEvent read = NaiveEvent.read(event);
    if (moments.isAcceptable(kept) && identities.add(read.identity())) {
      events.add(event);
    }
  }

  /** Now and then an id that is known already: at another time it is another event. */
  private String eventId() {
    return random.nextInt(50) == 0 && !events.isEmpty()
        ? pick(events).get("event_id").textValue()
        : pick(HostileTexts.ALL) + "#" + events.size();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private List<String> some(List<String> list, int number) {
    List<String> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, number);
  }
}
