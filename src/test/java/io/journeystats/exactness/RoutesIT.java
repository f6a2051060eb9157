package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every call of the API answers on the whole service, where resources share the beginnings of
 * paths.
 */
class RoutesIT {
  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final TestTenant tenant;
  private final Client admin;

  RoutesIT() {
    service.setClock(Instant.now());
    tenant = TestTenant.create(service, "Europe/Berlin");
    admin = tenant.client("admin");
  }

  @Test
  void aJourneyLivesItsWholeLife() {
    ObjectNode definition =
        (ObjectNode)
            Json.read(
                """
                {"title": "First", "type": "audience_based", "goals": [],
                 "steps": [{"id": "s", "name": "Hello", "kind": "message", "channel": "sms"}]}
                """);
    String id = admin.post("journeys", definition).json(201).get("id").textValue();
    String path = "journeys/" + id;
    assertThat(admin.get(path).json(200).get("title").textValue()).isEqualTo("First");
    send("PUT", path, definition.put("title", "Second"), 200);
    send("PATCH", path, Json.object().put("title", "Third"), 200);
    for (String action : List.of("activate", "pause", "activate", "finish")) {
      assertThat(admin.send("POST", path + "/" + action, new byte[0]).status()).isEqualTo(200);
    }
    assertThat(admin.send("POST", path + "/stop", new byte[0]).status()).isEqualTo(409);
    JsonNode clone = admin.send("POST", path + "/clone", new byte[0]).json(201);
    assertThat(clone.get("title").textValue()).isEqualTo("Third (copy)");
    assertThat(clone.get("status").textValue()).isEqualTo("draft");
    assertThat(admin.get(path + "/history").json(200).get("changes")).hasSize(7);
    assertThat(admin.get("journeys?status=finished&q=thi").json(200).get("journeys")).hasSize(1);
    JsonNode page = admin.get("journeys?sort=title&limit=1").json(200);
    assertThat(page.get("next_cursor").isTextual()).isTrue();
    assertThat(page.get("total").intValue()).isGreaterThan(1);
  }

  @Test
  void theListTellsHowManyMatchAndWhichCategoriesThereAre() {
    Client own = TestTenant.create(service, "Asia/Kathmandu").client("admin");
    assertThat(own.get("journeys/categories").json(200).get("categories")).isEmpty();
    for (String category : List.of("Zoo", "Autumn", "Zoo")) {
      ObjectNode journey = Json.object().put("title", "Of " + category).put("category", category);
      journey.put("type", "trigger_based").putArray("steps");
      journey.putArray("goals");
      own.post("journeys", journey).json(201);
    }
    assertThat(own.get("journeys/categories").json(200).get("categories"))
        .extracting(JsonNode::textValue)
        .containsExactly("Autumn", "Zoo");
    JsonNode page = own.get("journeys?category=Zoo&limit=1").json(200);
    assertThat(page.get("total").intValue()).isEqualTo(2);
    assertThat(
            own.get("journeys?category=Zoo&cursor=" + page.get("next_cursor").textValue())
                .json(200)
                .get("total")
                .intValue())
        .isEqualTo(2);
  }

  @Test
  void everyStatisticAnswersForAJourneyWithoutAnything() {
    String id =
        admin
            .post(
                "journeys",
                Json.read(
                    "{\"title\": \"Empty\", \"type\": \"trigger_based\", \"steps\": [], \"goals\":"
                        + " []}"))
            .json(201)
            .get("id")
            .textValue();
    for (String call :
        List.of(
            "stats/performance",
            "stats/audience",
            "stats/channels",
            "stats/channels/push",
            "stats/channels/in_app/messages",
            "stats/channels/email/delivery-issues",
            "stats/health",
            "stats/overview",
            "users")) {
      for (String period : List.of("all", "today", "30d")) {
        JsonNode answer =
            admin.get("journeys/%s/%s?period=%s".formatted(id, call, period)).json(200);
        assertThat(answer.path("period").path("name").textValue()).isEqualTo(period);
      }
    }
  }

  @Test
  void tenantsAndKeysAreManaged() {
    Client operator = TestTenant.operator(service);
    assertThat(operator.get("tenants").json(200).get("tenants").size()).isPositive();
    String keys = "tenants/" + tenant.id() + "/keys";
    JsonNode issued = admin.post(keys, Json.object().put("role", "read")).json(201);
    assertThat(admin.get(keys).body()).contains(issued.get("id").textValue());
    assertThat(admin.get(keys).body()).doesNotContain(issued.get("key").textValue());
    Client reader = Client.withKey(service.baseUri(), issued.get("key").textValue());
    assertThat(reader.get("journeys").status()).isEqualTo(200);
    String revoked = keys + "/" + issued.get("id").textValue();
    assertThat(admin.send("DELETE", revoked, new byte[0]).status()).isEqualTo(204);
    assertThat(reader.get("journeys").status()).isEqualTo(401);
    assertThat(admin.get("version").json(200).get("version").isTextual()).isTrue();
  }

  private void send(String method, String path, ObjectNode body, int status) {
    byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
    admin.send(method, path, bytes, "Content-Type", "application/json").json(status);
  }
}
