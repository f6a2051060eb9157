package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What tests of bad input have in common: a tenant to send it to, and a look after all tests that
 * nothing was stored by them. What comes back is the right problem document, never a 500.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadInput {
  final ServiceUnderTest service = ServiceUnderTest.find();
  final String journey = UUID.randomUUID().toString();
  final String othersJourney = UUID.randomUUID().toString();
  Instant now = Instant.EPOCH;
  TestTenant tenant = new TestTenant(service, "");
  Client admin = new Client(service.baseUri(), List.of());
  private List<JsonNode> stored = List.of();

  @BeforeAll
  void createTwoTenants() {
    // The store forgets rejected events by its own clock, so this one must not be far from it.
    now = service.setClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    tenant = TestTenant.create(service, "Asia/Kathmandu");
    admin = tenant.client("admin");
    admin.post("journeys", definition(journey)).json(201);
    Client stranger = TestTenant.create(service, "UTC").client("admin");
    stranger.post("journeys", definition(othersJourney)).json(201);
    stored = stored();
  }

  @AfterAll
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

  static ObjectNode definition(String id) {
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
  ObjectNode event() {
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

  Answer stats(String call, String query) {
    return admin.get("journeys/" + journey + "/stats/" + call + "?" + query);
  }
}
