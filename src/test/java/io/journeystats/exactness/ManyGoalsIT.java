package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.NaiveCalendar.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Journeys with as many goals and filters as are accepted: every answer about them can be given,
 * and equals the naive one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyGoalsIT {
  private static final int GOALS = 100;
  private static final int FILTERS = 50;
  private static final List<String> STEPS = List.of("first", "second");
  private static final List<String> NAMES = List.of("purchase", "login");
  private static final Instant NOW = Instant.parse("2026-07-15T12:34:56.789Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final List<NaiveEvent> events = new ArrayList<>();
  private final List<JsonNode> journeys = new ArrayList<>();
  private Client client = new Client(service.baseUri(), List.of());

  @BeforeAll
  void sendTheEvents() {
    service.setClock(NOW);
    client = TestTenant.create(service, ZONE.getId()).client("admin");
    Random random = new Random(1);
    for (int number = 0; number < 3; number++) {
      JsonNode journey = journey(number);
      journeys.add(journey);
      client.post("journeys", journey).json(201);
    }
    ArrayNode sent = Json.array();
    for (int number = 0; number < 1200; number++) {
      ObjectNode event = event(number, random);
      sent.add(event);
      events.add(NaiveEvent.read(event));
    }
    client.post("events", sent).json(200);
  }

  /** The third has goals of its own, the second shares most with the first. */
  private static ObjectNode journey(int number) {
    ObjectNode journey = Json.object();
    journey.put("id", new UUID(7, number).toString());
    journey.put("title", "Journey " + number).put("type", "audience_based");
    ArrayNode steps = journey.putArray("steps");
    STEPS.forEach(id -> steps.addObject().put("id", id).put("name", id).put("kind", "wait"));
    ArrayNode goals = journey.putArray("goals");
    for (int goal = 0; goal < GOALS; goal++) {
      goals.add(goal(number == 1 ? goal + 5 : goal, number == 2 ? 1000 : 0));
    }
    return journey;
  }

  private static ObjectNode goal(int number, int offset) {
    ObjectNode goal = Json.object();
    goal.put("id", "g" + number).put("name", "Goal " + number);
    goal.put("conversion_period_days", List.of(1, 7, 30).get(number % 3));
    if (number % 4 > 0) {
      goal.put("goal_step_id", STEPS.get(number % 2));
    }
    if (number % 10 == 9) {
      return goal;
    }
    goal.put("event_name", NAMES.get(number % 7 == 0 ? 1 : 0));
    ArrayNode filters = goal.putArray("filters");
    for (int filter = 0; filter < FILTERS; filter++) {
      int own = number * FILTERS + filter;
      switch (filter % 10) {
        case 0 -> add(filters, "amount", "gte", "" + own * 100 / GOALS / FILTERS);
        case 1 -> add(filters, "amount", "neq", "" + (offset + own % 200));
        case 2 -> add(filters, "word", "gt", text("a" + (char) ('a' + own % 10)));
        case 3 -> add(filters, "word", "neq", text("b" + own));
        case 4 -> add(filters, "tags", "contains", text("t" + own % 3));
        case 5 -> add(filters, "word", "contains", text(List.of("", "b").get(own % 2)));
        case 6 -> add(filters, "new", "eq", "" + (number % 3 > 0));
        case 7 -> add(filters, "amount", "lt", "" + (100_000 + offset + own));
        case 8 -> add(filters, "word", "lte", text("c" + own));
        default ->
            filters.addObject().put("property", "p" + (own % 60 + number % 40)).put("op", "exists");
      }
    }
    return goal;
  }

  private static String text(String text) {
    return '"' + text + '"';
  }

  private static void add(ArrayNode filters, String property, String op, String value) {
    ObjectNode filter = filters.addObject().put("property", property).put("op", op);
    filter.set("value", Json.read(value));
  }

  private static ObjectNode event(int number, Random random) {
    ObjectNode event = Json.object();
    event.put("event_id", "e" + number);
    event.put("user_id", "user-" + random.nextInt(60));
    event.put("time", NOW.minusSeconds(random.nextInt(3_000_000)).toString());
    int kind = random.nextInt(8);
    if (kind > 2) {
      event.put("type", "custom").put("event_name", NAMES.get(random.nextInt(6) == 0 ? 1 : 0));
      ObjectNode properties = event.putObject("properties");
      properties.put("amount", random.nextInt(200));
      properties.put("word", List.of("ab", "b", "bb", "c").get(random.nextInt(4)));
      properties.putArray("tags").add("t0").add("t1").add("t2").add(random.nextInt(3));
      properties.put("new", random.nextInt(3) > 0);
      for (int property = 0; property < 100; property++) {
        if (random.nextInt(50) > 0) {
          properties.put("p" + property, property);
        }
      }
      return event;
    }
    event.put("journey_id", new UUID(7, random.nextInt(3)).toString());
    switch (kind) {
      case 0 -> event.put("type", "entered");
      case 1 -> event.put("type", "step_completed").put("step_id", STEPS.get(random.nextInt(2)));
      default -> event.put("type", "goal_reached").put("goal_id", "g" + random.nextInt(GOALS));
    }
    return event;
  }

  private NaiveStatistics naive(JsonNode journey) {
    return new NaiveStatistics(NaiveJourney.read(journey), events, NOW);
  }

  private void compare(String question, JsonNode expected) {
    Answer answer = client.get(question);
    assertThat(Difference.find(expected, answer.json(200))).as(question).isEmpty();
  }

  @Test
  void howEachGoalConverts() {
    for (JsonNode journey : journeys) {
      NaiveStatistics naive = naive(journey);
      JsonNode expected = naive.performance(naive.period("all", ZONE));
      assertThat(expected.get("goals"))
          .as("goals that are reached often, but not by all")
          .filteredOn(goal -> goal.get("count").intValue() % 60 > 0)
          .hasSizeGreaterThan(50);
      compare("journeys/" + journey.get("id").textValue() + "/stats/performance", expected);
    }
  }

  @Test
  void byDay() {
    for (JsonNode journey : journeys) {
      NaiveStatistics naive = naive(journey);
      compare(
          "journeys/" + journey.get("id").textValue() + "/stats/health?period=30d",
          naive.health(naive.period("30d", ZONE), Interval.DAY));
    }
  }

  @Test
  void inTheList() {
    ObjectNode expected = Json.object();
    journeys.forEach(
        journey -> expected.set(journey.get("id").textValue(), naive(journey).headline()));
    for (NaiveOrder order : NaiveOrder.all()) {
      if (order.parameter().endsWith("goals_reached")) {
        assertThat(Difference.find(expected, Comparison.headlines(client, order, 2))).isEmpty();
      }
    }
  }

  @Test
  void inTheCampaignStatistics() {
    ObjectNode expected = Json.object();
    for (JsonNode journey : journeys) {
      NaiveStatistics naive = naive(journey);
      expected.set(journey.get("id").textValue(), naive.campaign(naive.period("all", ZONE)));
    }
    ObjectNode question = Json.object().put("kind", "journeys").put("period", "all");
    assertThat(Difference.find(expected, CampaignFile.numbers(client, question))).isEmpty();
  }

  @Test
  void theUsersBehindAllGoals() {
    for (JsonNode journey : journeys) {
      NaiveStatistics naive = naive(journey);
      for (NaiveNumber number : NaiveNumber.ofGoals(NaiveJourney.read(journey))) {
        if (number.query().contains("g17")) {
          compare(
              "journeys/"
                  + journey.get("id").textValue()
                  + "/stats/users?limit=1000&"
                  + number.query(),
              naive.usersBehind(naive.period("all", ZONE), number));
        }
      }
    }
  }
}
