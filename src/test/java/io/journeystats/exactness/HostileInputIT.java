package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends by mistake: input made to fill memory, or to break what reads it later. */
class HostileInputIT {
  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final String journey = UUID.randomUUID().toString();
  private final Client admin;

  HostileInputIT() {
    service.setClock(Instant.now());
    admin = TestTenant.create(service, "UTC").client("admin");
  }

  @BeforeEach
  void createJourney() {
    admin.post("journeys", Json.read(definition(journey, ""))).json(201);
  }

  @Test
  void anEventOfNothingButFaultsIsAnsweredWithAFew() {
    String event =
        IntStream.range(0, 200_000)
            .mapToObj(_ -> "\"a\":0")
            .collect(Collectors.joining(",", "{", "}"));
    Answer answer = admin.post("events", event, "application/json");
    JsonNode errors = Problems.problem(answer, 422).path("rejected").path(0).path("errors");
    assertThat(errors.size()).isBetween(10, 60);
    assertThat(admin.get("events/rejected").body().length()).isLessThan(300_000);
  }

  @Test
  void aPageOfHugeRejectedEventsEndsEarlyAndGoesOn() {
    String lines =
        IntStream.range(0, 100)
            .mapToObj(number ->
                "{\"event_id\": \"%d\", \"user_id\": \"%s\"}"
                    .formatted(number, "x".repeat(120_000)))
            .collect(Collectors.joining("\n"));
    Problems.problem(admin.post("events", lines, "application/x-ndjson"), 422);

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Answer answer = admin.get("events/rejected?limit=1000" + cursor);
      assertThat(answer.body().length()).isLessThan(5_000_000);
      JsonNode page = answer.json(200);
      page.path("rejected").forEach(event -> seen.add(event.path("event_id").textValue()));
      cursor = "&cursor=" + page.path("next_cursor").asText();
    } while (!cursor.equals("&cursor=null"));

    assertThat(seen)
        .hasSize(100)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 100).mapToObj(String::valueOf).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1e99999999999", "1e400"})
  void aNumberBeyondAllDoublesIsAFaultOfItsEventOnly(String number) {
    JsonNode answer =
        admin
            .post(
                "events",
                "[%s,%s]".formatted(custom("1", number), custom("2", "1e-99999999999")),
                "application/json")
            .json(207);
    assertThat(answer.path("accepted").intValue()).isEqualTo(1);
    assertThat(Problems.rejectedFields(answer)).containsExactly("properties.a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  void onlyUtf8IsJson(String charset) {
    byte[] body = ("[" + custom("1", "1") + ",{}]").getBytes(Charset.forName(charset));
    Problems.invalid(
        admin.send("POST", "events", body, "Content-Type", "application/json"), "body");
    byte[] lines = custom("1", "1").getBytes(Charset.forName(charset));
    Problems.problem(
        admin.send("POST", "events", lines, "Content-Type", "application/x-ndjson"), 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bnVsbA", "W10", "W251bGxd", "WzFd", "eyJhIjoxfQ", "%00", "💥"})
  void aCursorOfAnothersMakingIsRefused(String cursor) {
    String parameter = cursor.startsWith("%") ? cursor : Client.encode(cursor);
    Problems.invalid(admin.get("journeys?cursor=" + parameter), "cursor");
    Problems.invalid(admin.get("events/rejected?cursor=" + parameter), "cursor");
  }

  @Test
  void aFilterValueThatNobodyCouldReadBackIsRefused() {
    String value = "1" + "0".repeat(995) + "e-900";
    String filters = "{\"property\": \"amount\", \"op\": \"gte\", \"value\": %s}".formatted(value);
    Problems.problem(
        admin.post(
            "journeys", definition(UUID.randomUUID().toString(), filters), "application/json"),
        422);
    assertThat(admin.get("journeys/" + journey).status()).isEqualTo(200);
  }

  @Test
  void manyGoalsWithManyFiltersAreAnswered() {
    String filters =
        IntStream.range(0, 20)
            .mapToObj(number ->
                "{\"property\": \"p%d\", \"op\": \"contains\", \"value\": \"%s\"}"
                    .formatted(number, "x".repeat(200)))
            .collect(Collectors.joining(","));
    String goals =
        IntStream.range(0, 20)
            .mapToObj(number -> goal("g" + number, filters))
            .collect(Collectors.joining(","));
    String id = UUID.randomUUID().toString();
    String definition =
        "{\"id\": \"%s\", \"title\": \"Many\", \"type\": \"trigger_based\", \"steps\": [], \"goals\": [%s]}"
            .formatted(id, goals);
    admin.post("journeys", definition, "application/json").json(201);
    assertThat(admin.get("journeys/" + id + "/stats/performance").json(200).path("goals"))
        .hasSize(20);
    assertThat(admin.get("journeys").status()).isEqualTo(200);
  }

  /** Whatever the id of a step or a goal is, its files have an address. */
  @Test
  void everyIdThatIsAcceptedStandsInAPath() {
    List<String> ids = HostileTexts.ALL.stream().filter(id -> id.indexOf(0) < 0).toList();
    String id = UUID.randomUUID().toString();
    ObjectNode definition = (ObjectNode) Json.read(definition(id, ""));
    ArrayNode events = Json.array();
    for (String hostile : ids) {
      definition
          .withArray("steps")
          .addObject()
          .put("id", hostile)
          .put("name", "Step")
          .put("kind", "message")
          .put("channel", "push");
      definition.withArray("goals").addObject().put("id", hostile).put("name", "Goal");
      events.add(event(id, "message_sent", hostile).put("step_id", hostile).put("channel", "push"));
      events.add(event(id, "goal_reached", hostile).put("goal_id", hostile));
    }
    admin.post("journeys", definition).json(201);
    admin.post("events", events).json(200);
    for (String hostile : ids) {
      String encoded = Client.encode(hostile);
      String message = "journeys/" + id + "/channels/push/messages/" + encoded;
      String days = admin.get(message + ".csv?period=custom&from=2026-05-05&to=2026-05-05").body();
      assertThat(days).as(hostile).contains("\r\n\"2026-05-05\",1,");
      assertThat(CsvRows.read(admin.get(message + "/users.csv?raw=true").body()).path(1).path(0))
          .as(hostile)
          .hasToString(Json.write(Json.array().add(hostile).get(0)));
      String goal = "journeys/" + id + "/goals/" + encoded + ".csv?raw=true";
      assertThat(CsvRows.read(admin.get(goal).body()).path(1).path(0))
          .as(hostile)
          .hasToString(Json.write(Json.array().add(hostile).get(0)));
    }
  }

  private static ObjectNode event(String journey, String type, String about) {
    return Json.object()
        .put("event_id", type + about)
        .put("type", type)
        .put("time", "2026-05-05T00:00:00Z")
        .put("journey_id", journey)
        .put("user_id", about)
        .put("message_id", about);
  }

  /** The rest is refused when it is to be created; a client resolves dots, encoded or not. */
  @ParameterizedTest
  @ValueSource(strings = {".", "..", "\u0000", "a\u0000b"})
  void anIdThatNoAddressCanHoldIsRefused(String hostile) {
    ObjectNode definition = (ObjectNode) Json.read(definition(UUID.randomUUID().toString(), ""));
    definition
        .withArray("steps")
        .addObject()
        .put("id", hostile)
        .put("name", "Step")
        .put("kind", "wait");
    definition.withArray("goals").addObject().put("id", hostile).put("name", "Goal");
    Problems.invalid(admin.post("journeys", definition), "steps[0].id", "goals[1].id");
  }

  /** Where no such id stands in a path, such a path could only be read in two ways. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenants/a%2Fb/keys",
        "tenants/%25",
        "exports/a%5Cb",
        "exports%2F1",
        "journeys%2F1",
        "../../assets/..%2f..%2fconfig.yml",
        "../../journeys/a%2Fb",
        "journeys/%2e%2e/exports",
        "journeys/a%00b",
        "journeys/a%FF",
        "journeys/a//b"
      })
  void elsewhereAPathThatCanBeReadInTwoWaysIsRefused(String path) throws IOException {
    try (RawConnection connection = RawConnection.open(service.baseUri(), Duration.ofSeconds(30))) {
      connection.send("GET /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(connection.answer(false).orElseThrow().status()).isEqualTo(400);
    }
  }

  private static String custom(String id, String number) {
    return ("{\"event_id\": \"%s\", \"type\": \"custom\", \"time\": \"2026-05-05T00:00:00Z\", "
            + "\"user_id\": \"u\", \"event_name\": \"e\", \"properties\": {\"a\": %s}}")
        .formatted(id, number);
  }

  private static String definition(String id, String filters) {
    return "{\"id\": \"%s\", \"title\": \"Plain\", \"type\": \"trigger_based\", \"steps\": [], \"goals\": [%s]}"
        .formatted(id, goal("g", filters));
  }

  private static String goal(String id, String filters) {
    return "{\"id\": \"%s\", \"name\": \"Goal\", \"event_name\": \"e\", \"filters\": [%s]}"
        .formatted(id, filters);
  }
}
