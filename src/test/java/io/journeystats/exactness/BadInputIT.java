package io.journeystats.exactness;

import static io.journeystats.exactness.Problems.invalid;
import static io.journeystats.exactness.Problems.problem;
import static io.journeystats.exactness.Problems.rejected;
import static io.journeystats.exactness.Problems.rejectedFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input of every kind: the right problem document, never a 500, and nothing stored by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final int MEBIBYTE = 1 << 20;

  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final String journey = UUID.randomUUID().toString();
  private final String othersJourney = UUID.randomUUID().toString();
  private Instant now = Instant.EPOCH;
  private TestTenant tenant = new TestTenant(service, "");
  private List<JsonNode> stored = List.of();
  private Client admin = new Client(service.baseUri(), List.of());

  @BeforeAll
  void createTwoTenants() {
    // The store forgets rejected events by its own clock, so this one must not be far from it.
    now = service.setClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    tenant = TestTenant.create(service, "Asia/Kathmandu");
    admin = tenant.client("admin");
    admin.post("journeys", definition(journey)).json(201);
    Client stranger = TestTenant.create(service, "UTC").client("admin");
    stranger.post("journeys", definition(othersJourney)).json(201);
  }

  @BeforeEach
  void lookWhatIsStored() {
    stored = stored();
  }

  @AfterEach
  void nothingWasStored() {
    assertThat(stored()).isEqualTo(stored);
    assertThat(admin.get("journeys/" + othersJourney).status()).isEqualTo(404);
  }

  /** All that could tell of an event that was stored. */
  private List<JsonNode> stored() {
    return List.of(
        stats("audience", "").json(200),
        stats("health", "").json(200),
        stats("channels/email", "").json(200),
        stats("channels/email/delivery-issues", "").json(200),
        admin.get("journeys/" + journey + "/users").json(200));
  }

  private static ObjectNode definition(String id) {
    return (ObjectNode)
        Json.read(
            """
            {"id": "%s", "title": "Plain", "type": "trigger_based",
             "steps": [{"id": "start", "name": "Start", "kind": "entry"},
                       {"id": "mail", "name": "Mail", "kind": "message", "channel": "email"},
                       {"id": "text", "name": "Text", "kind": "message", "channel": "sms"}],
             "goals": [{"id": "bought", "name": "Bought", "event_name": "purchase",
                        "filters": [{"property": "amount", "op": "gte", "value": 50}]}]}
            """
                .formatted(id));
  }

  /** A valid event, until something is done to it. */
  private ObjectNode event() {
    return Json.object()
        .put("event_id", UUID.randomUUID().toString())
        .put("type", "message_sent")
        .put("time", now.minus(Duration.ofHours(1)).toString())
        .put("journey_id", journey)
        .put("user_id", "somebody")
        .put("step_id", "mail")
        .put("channel", "email")
        .put("message_id", "m1");
  }

  private ObjectNode event(String type, String... without) {
    ObjectNode event = event().put("type", type);
    event.remove(List.of(without));
    return event;
  }

  private Answer send(JsonNode event) {
    return admin.post("events", Json.array(List.of(event)));
  }

  private Answer sendBody(String body) {
    return admin.post("events", body, "application/json");
  }

  private Answer stats(String call, String query) {
    return admin.get("journeys/" + journey + "/stats/" + call + "?" + query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "[{]",
        "{\"event_id\": \"x\"",
        "[{\"event_id\": \"x\"},]",
        "[] []",
        "nonsense",
        "'single'",
        "[NaN]",
        "<xml/>"
      })
  void malformedJsonIsAProblem(String body) {
    problem(sendBody(body), 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"text\"", "null", "true", "[5]", "[null]", "[[]]", "[\"text\"]"})
  void whatIsNoEventIsAProblem(String body) {
    problem(sendBody(body), 422);
  }

  @Test
  void aMalformedArrayStoresNothingOfIt() {
    String valid = Json.write(event());
    problem(sendBody("[" + valid + ", {\"event_id\": "), 422);
    problem(sendBody("[" + valid + ", " + valid + "} ]"), 422);
  }

  @Test
  void aMalformedLineIsARejectedEvent() {
    Answer answer = admin.post("events", "{\"event_id\": \n", "application/x-ndjson");
    JsonNode problem = problem(answer, 422);
    assertThat(problem.path("rejected").path(0).path("index").intValue()).isZero();
    assertThat(problem.path("rejected")).hasSize(1);
  }

  @Test
  void aBodyOf33MebibytesIsTooLarge() {
    problem(sendBody("[" + " ".repeat(33 * MEBIBYTE) + "]"), 413);
  }

  @Test
  void aGzipBombIsTooLarge() {
    byte[] bomb =
        Delivery.gzip(("[" + " ".repeat(200 * MEBIBYTE) + "]").getBytes(StandardCharsets.US_ASCII));
    assertThat(bomb).hasSizeLessThan(MEBIBYTE);
    problem(sendBytes(bomb, "application/json", "gzip"), 413);
  }

  @Test
  void moreThan50000EventsAreTooMany() {
    List<ObjectNode> events = IntStream.rangeClosed(0, 50_000).mapToObj(i -> event()).toList();
    problem(admin.post("events", Json.array(events)), 413);
    String lines = String.join("\n", events.stream().map(Json::write).toList());
    problem(admin.post("events", lines, "application/x-ndjson"), 413);
  }

  private Answer sendBytes(byte[] body, String type, String encoding) {
    return admin.send("POST", "events", body, "Content-Type", type, "Content-Encoding", encoding);
  }

  @Test
  void whatIsNoGzipIsAProblem() {
    byte[] plain = Json.write(event()).getBytes(StandardCharsets.UTF_8);
    problem(sendBytes(plain, "application/json", "gzip"), 422);
    byte[] packed = Delivery.gzip(plain);
    byte[] torn = Arrays.copyOf(packed, packed.length / 2);
    problem(sendBytes(torn, "application/json", "gzip"), 422);
  }

  @Test
  void otherContentTypesAndEncodingsAreUnsupported() {
    String body = Json.write(event());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    problem(admin.post("events", body, "text/plain"), 415);
    problem(admin.post("events", body, "application/xml"), 415);
    problem(admin.send("POST", "events", bytes), 415);
    problem(sendBytes(bytes, "application/json", "br"), 415);
  }

  @Test
  void invalidUtf8IsAProblem() {
    byte[] bytes =
        Json.write(event())
            .replace("somebody", "some\u00FFbody")
            .getBytes(StandardCharsets.ISO_8859_1);
    problem(admin.send("POST", "events", bytes, "Content-Type", "application/json"), 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83d", "\\udc00\\ud800"})
  void loneSurrogatesAreAProblem(String text) {
    problem(sendBody("[" + Json.write(event()).replace("somebody", text) + "]"), 422);
  }

  @Test
  void deepNestingIsAProblem() {
    problem(sendBody("[".repeat(100_000)), 422);
    problem(sendBody("{\"a\":".repeat(100_000)), 422);
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    String event = Json.write(event().put("properties", "DEEP"));
    problem(sendBody("[" + event.replace("\"DEEP\"", "{\"a\":" + deep + "}") + "]"), 422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          event_id   | 5
          event_id   | ""
          event_id   | null
          event_id   | {}
          type       | "teleported"
          type       | "ENTERED"
          type       | 7
          type       | null
          time       | "yesterday"
          time       | "2026-01-01"
          time       | "2026-01-01T00:00:00"
          time       | "2026-02-30T00:00:00Z"
          time       | "2026-01-01T25:00:00Z"
          time       | "9999-12-31T23:59:59Z"
          time       | "+1000000-01-01T00:00:00Z"
          time       | "1899-12-31T23:59:59.999Z"
          time       | 1767225600
          time       | null
          journey_id | "not-a-uuid"
          journey_id | "6b1f5a52-0000-4000-8000-000000000000"
          journey_id | "' OR ''='"
          journey_id | 5
          journey_id | null
          user_id    | 5
          user_id    | true
          user_id    | {}
          user_id    | ["somebody"]
          user_id    | ""
          user_id    | null
          hwid       | 5
          step_id    | 7
          step_id    | null
          step_id    | []
          channel    | "fax"
          channel    | "Email"
          channel    | 1
          channel    | null
          message_id | 5
          message_id | null
          link_url   | 5
          properties | []
          properties | "text"
          properties | 5
          colour     | "red"
          userId     | "somebody"
          `quo"te\\` | 1
          """)
  void aWrongFieldIsRejectedByName(String field, String value) {
    ObjectNode event = event();
    event.set(field, Json.read(value));
    rejected(send(event), field);
  }

  @ParameterizedTest
  @CsvSource({
    "event_id,129",
    "user_id,257",
    "hwid,257",
    "step_id,129",
    "message_id,129",
    "goal_id,129",
    "reason,257",
    "event_name,257",
    "link_url,2049"
  })
  void aTextTooLongIsRejectedByName(String field, int length) {
    rejected(send(event().put(field, "x".repeat(length))), field);
  }

  @Test
  void propertiesTooLargeAreRejected() {
    ObjectNode event = event();
    event.putObject("properties").put("detail", "x".repeat(17 * 1024));
    rejected(send(event), "properties");
  }

  @Test
  void timesMoreThan24HoursAheadAreRejected() {
    Instant tooLate = now.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(2));
    rejected(send(event().put("time", tooLate.toString())), "time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_id",
        "type",
        "time",
        "journey_id",
        "user_id",
        "step_id",
        "channel",
        "message_id"
      })
  void aMissingFieldIsRejectedByName(String field) {
    rejected(send(event("message_sent", field)), field);
  }

  @Test
  void whatATypeNeedsIsAskedFor() {
    rejected(send(event("exited", "step_id", "channel", "message_id")), "reason");
    rejected(send(event("exited").put("reason", "bored")), "reason");
    rejected(send(event("exited").put("reason", "cancel_event")), "event_name");
    rejected(send(event("dropped")), "reason");
    rejected(send(event("dropped").put("reason", "completed")), "reason");
    rejected(send(event("message_failed")), "reason");
    rejected(send(event("message_skipped")), "reason");
    rejected(send(event("goal_reached")), "goal_id");
    rejected(send(event("custom", "step_id", "channel", "message_id")), "event_name");
    rejected(send(event("step_entered", "step_id")), "step_id");
    rejected(send(event("step_entered", "channel")), "channel");
  }

  @Test
  void stepsOfTheWrongChannelAreRejected() {
    rejected(send(event().put("channel", "push")), "channel", "step_id");
    rejected(send(event().put("step_id", "start")), "channel", "step_id");
    rejected(send(event("step_entered").put("step_id", "start")), "channel", "step_id");
    rejected(send(event("message_read")), "channel", "type");
    rejected(
        send(event("message_opened").put("step_id", "text").put("channel", "sms")),
        "channel",
        "type");
  }

  @Test
  void allErrorsAreToldAtOnce() {
    ObjectNode event = event().put("user_id", 5).put("channel", "fax").put("colour", "red");
    event.put("time", "soon");
    assertThat(rejectedFields(problem(send(event), 422)))
        .contains("user_id", "channel", "colour", "time");
  }

  @Test
  void anothersJourneyIsUnknown() {
    rejected(send(event().put("journey_id", othersJourney)), "journey_id");
    problem(admin.get("journeys/" + othersJourney + "/stats/audience"), 404);
    problem(admin.get("journeys/" + othersJourney + "/users"), 404);
    problem(admin.get("journeys/" + othersJourney), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "journeys/6b1f5a52-0000-4000-8000-000000000000/stats/audience",
        "journeys/not-a-uuid/stats/audience",
        "journeys/%27%20OR%20%27%27%3D%27/users",
        "journeys/1/stats/health",
        "nowhere"
      })
  void whatIsUnknownIsNotFound(String path) {
    problem(admin.get(path), 404);
  }

  @Test
  void unknownChannelsAreNotFound() {
    problem(stats("channels/fax", ""), 404);
    problem(stats("channels/fax/messages", ""), 404);
    problem(stats("channels/PUSH/delivery-issues", ""), 404);
  }

  @Test
  void unknownGoalsAreAProblem() {
    Answer answer = stats("channels/email/messages", "goal=%27%5C");
    problem(answer, answer.status() == 404 ? 404 : 422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tz       | tz=Mars/Base
          tz       | tz=
          tz       | tz=UTC&tz=UTC
          tz       | tz=%27%3B--
          period   | period=fortnight
          period   | period=
          period   | period=ALL
          period   | period=all&period=all
          to       | period=custom&from=2026-01-01
          to       | from=2026-01-01
          from     | period=custom&to=2026-01-01
          from     | to=2026-01-01
          from     | period=custom&from=2026-02-30&to=2026-03-01
          from     | from=2026-1-1&to=2026-03-01
          from     | from=2026-01-01T00:00:00Z&to=2026-03-01
          from     | from=1899-12-31&to=2026-03-01
          from     | from=2026-01-01&from=2026-01-02&to=2026-03-01
          to       | from=2026-01-01&to=2300-01-01
          to       | from=2026-01-01&to=99999999999-01-01
          to       | from=2026-01-01&to=today
          colour   | colour=red
          Period   | Period=all
          """)
  void aWrongPeriodIsNamed(String field, String query) {
    invalid(stats("audience", query), field);
    invalid(stats("performance", query), field);
    invalid(stats("health", query), field);
    invalid(stats("channels", query), field);
    invalid(stats("channels/email", query), field);
    invalid(stats("channels/email/messages", query), field);
    invalid(stats("channels/email/delivery-issues", query), field);
    invalid(admin.get("journeys/" + journey + "/users?" + query), field);
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsNamed() {
    invalid(stats("audience", "from=2026-03-02&to=2026-03-01"), "from", "to");
  }

  @Test
  void aWrongIntervalIsNamed() {
    invalid(stats("health", "interval=fortnight"), "interval");
    invalid(stats("channels/sms", "interval=DAY"), "interval");
    invalid(stats("channels/sms", "interval=day&interval=day"), "interval");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit  | limit=0
          limit  | limit=-1
          limit  | limit=1001
          limit  | limit=99999999999999999999
          limit  | limit=many
          limit  | limit=
          limit  | limit=10&limit=10
          cursor | cursor=garbage
          cursor | cursor=%27%3B--
          cursor | cursor=AAAA
          cursor | cursor=%F0%9F%98%80
          status | status=sleeping
          status | status=IN_PROGRESS
          search | search=a&search=b
          """)
  void aWrongPageIsNamed(String field, String query) {
    invalid(admin.get("journeys/" + journey + "/users?" + query), field);
  }

  @Test
  void withoutAKeyNothingIsAnswered() {
    for (List<String> headers :
        List.of(
            List.<String>of(),
            List.of("Authorization", "Bearer"),
            List.of("Authorization", "Bearer nonsense"),
            List.of("Authorization", "Bearer ' OR '1'='1"),
            List.of("Authorization", "Bearer a b c"),
            List.of("Authorization", "Basic YTpi"),
            List.of("Authorization", "nonsense"))) {
      Client nobody = new Client(service.baseUri(), headers);
      problem(nobody.get("journeys/" + journey + "/stats/audience"), 401);
      problem(nobody.post("events", event()), 401);
      problem(nobody.get("tenants"), 401);
    }
  }

  @Test
  void everyRoleMayDoOnlyItsOwn() {
    String audience = "journeys/" + journey + "/stats/audience";
    problem(tenant.client("ingest").get(audience), 403);
    problem(tenant.client("ingest").post("journeys", definition(journey)), 403);
    problem(tenant.client("read").post("events", event()), 403);
    problem(tenant.client("read").post("journeys", definition(journey)), 403);
    problem(tenant.client("manage").post("events", event()), 403);
    problem(keys(tenant.client("manage"), "read"), 403);
    problem(keys(tenant.client("read"), "admin"), 403);
    problem(admin.post("tenants", newTenant("UTC")), 403);
    problem(TestTenant.operator(service).get(audience), 403);
    problem(TestTenant.operator(service).post("events", event()), 403);
    tenant.client("manage").get(audience).json(200);
  }

  private Answer keys(Client client, String role) {
    return client.post("tenants/" + tenant.id() + "/keys", Json.object().put("role", role));
  }

  private static ObjectNode newTenant(String timeZone) {
    String id = "t-" + UUID.randomUUID().toString().substring(0, 13);
    return Json.object().put("id", id).put("name", "New").put("time_zone", timeZone);
  }

  @Test
  void wrongTenantsAndKeysAreNamed() {
    Client operator = TestTenant.operator(service);
    invalid(operator.post("tenants", newTenant("Mars/Base")), "time_zone");
    invalid(operator.post("tenants", newTenant("UTC").put("colour", "red")), "colour");
    invalid(operator.post("tenants", newTenant("UTC").put("name", 5)), "name");
    invalid(operator.post("tenants", newTenant("UTC").put("id", "")), "id");
    problem(operator.post("tenants", "{\"id\":", "application/json"), 422);
    invalid(keys(operator, "emperor"), "role");
    invalid(keys(admin, "operator"), "role");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id                               | /id                             | "not-a-uuid"
          title                            | /title                          | 5
          title                            | /title                          | null
          type                             | /type                           | "other"
          colour                           | /colour                         | "red"
          steps                            | /steps                          | {}
          steps[1].channel                 | /steps/1/channel                | "fax"
          steps[1].channel                 | /steps/1/channel                | null
          steps[0].channel                 | /steps/0/channel                | "email"
          steps[1].kind                    | /steps/1/kind                   | "dance"
          steps[1].id                      | /steps/1/id                     | 5
          steps[1].id                      | /steps/1/id                     | "start"
          steps[1].colour                  | /steps/1/colour                 | "red"
          goals[0].conversion_period_days  | /goals/0/conversion_period_days | 0
          goals[0].conversion_period_days  | /goals/0/conversion_period_days | 366
          goals[0].conversion_period_days  | /goals/0/conversion_period_days | "30"
          goals[0].conversion_period_days  | /goals/0/conversion_period_days | 1.5
          goals[0].event_name              | /goals/0/event_name             | 5
          goals[0].filters[0].op           | /goals/0/filters/0/op           | "like"
          goals[0].filters[0].value        | /goals/0/filters/0/value        | {}
          goals[0].filters[0].property     | /goals/0/filters/0/property     | null
          """)
  void wrongDefinitionsAreNamed(String field, String pointer, String value) {
    ObjectNode definition = definition(UUID.randomUUID().toString());
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) definition.at(pointer.substring(0, slash));
    parent.set(pointer.substring(slash + 1), Json.read(value));
    invalid(admin.post("journeys", definition), field);
  }

  @Test
  void oneBadEventDoesNotHoldUpTheOthers() {
    TestTenant own = TestTenant.create(service, "UTC");
    Client client = own.client("admin");
    String ownJourney = UUID.randomUUID().toString();
    client.post("journeys", definition(ownJourney)).json(201);
    ObjectNode good = event().put("journey_id", ownJourney);
    ObjectNode bad = event().put("journey_id", ownJourney).put("time", "soon");
    JsonNode answer = client.post("events", Json.array(List.of(good, bad, good))).json(207);
    assertThat(answer.get("accepted").intValue()).isEqualTo(2);
    assertThat(answer.get("rejected")).hasSize(1);
    assertThat(answer.at("/rejected/0/index").intValue()).isEqualTo(1);
    assertThat(answer.at("/rejected/0/event_id")).isEqualTo(bad.get("event_id"));
    assertThat(rejectedFields(answer)).containsExactly("time");
    JsonNode health = client.get("journeys/" + ownJourney + "/stats/health").json(200);
    assertThat(health.get("messages_sent").intValue()).isEqualTo(1);
    Answer kept = client.get("events/rejected");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.body()).contains(bad.get("event_id").textValue());
  }

  @Test
  void quotesAndBackslashesAreOnlyText() {
    Client client = TestTenant.create(service, "UTC").client("admin");
    String ownJourney = UUID.randomUUID().toString();
    ObjectNode definition = definition(ownJourney).put("title", "\\' \" ` ; -- /* %s {x:String}");
    client.post("journeys", definition).json(201);
    List<ObjectNode> events = new ArrayList<>();
    for (String text : HostileTexts.ALL) {
      ObjectNode event = event("entered", "step_id", "channel", "message_id");
      events.add(event.put("journey_id", ownJourney).put("user_id", text).put("hwid", text));
    }
    client.post("events", Json.array(events)).json(200);
    for (String text : HostileTexts.ALL) {
      String query = "/users?search=" + Client.encode(text);
      JsonNode first = client.get("journeys/" + ownJourney + query).json(200).at("/users/0");
      assertThat(first.path("user_id").textValue()).isEqualTo(text);
      assertThat(first.path("hwid").textValue()).isEqualTo(text);
    }
  }
}
