package io.journeystats.exactness;

import static io.journeystats.exactness.Problems.problem;
import static io.journeystats.exactness.Problems.rejected;
import static io.journeystats.exactness.Problems.rejectedFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Events of which something is wrong, or seems to be: refused by its name, with no harm to others.
 */
class WrongEventsIT extends BadInput {
  private ObjectNode event(String type, String... without) {
    ObjectNode event = event().put("type", type);
    event.remove(List.of(without));
    return event;
  }

  private Answer send(JsonNode event) {
    return admin.post("events", Json.array(List.of(event)));
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
          machine    | "true"
          machine    | 1
          user_agent | true
          arm        | 5
          arm        | "b"
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
    "link_url,2049",
    "user_agent,513",
    "arm,65"
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
