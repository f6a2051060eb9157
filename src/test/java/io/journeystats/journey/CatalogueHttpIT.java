package io.journeystats.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.audit.AuditLog;
import io.journeystats.audit.AuditSettings;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.http.Json;
import io.journeystats.tenant.ApiKeyResource;
import io.journeystats.tenant.AttemptLimit;
import io.journeystats.tenant.AuthenticationFeature;
import io.journeystats.tenant.EndedSessions;
import io.journeystats.tenant.Sessions;
import io.journeystats.tenant.TenantResource;
import io.journeystats.tenant.Tenants;
import io.journeystats.testing.HttpService;
import io.journeystats.testing.HttpService.Answer;
import io.journeystats.testing.TestClickHouse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tenants, API keys and journeys over HTTP, on two instances of the service with one ClickHouse.
 */
@ExtendWith(TestClickHouse.class)
final class CatalogueHttpIT {
  private static final String OPERATOR = "operator-secret";
  private static final String JOURNEYS = "/api/v1/journeys";
  private static final String MINIMAL =
      """
      {"title": "%s", "type": "trigger_based", "steps": [], "goals": []}\
      """;
  private static final String FULL =
      """
      {"title": "Quotes ' \\" \\\\ \\\\n ? {} 😀 İı", "category": "C'\\\\", "type": "audience_based",
       "steps": [{"id": "in", "name": "In", "kind": "entry", "channel": null},
                 {"id": "m", "name": "Mail", "kind": "message", "channel": "email"}],
       "goals": [{"id": "g", "name": "Bought", "event_name": "purchase", "goal_step_id": "m", "conversion_period_days": 7,
                  "filters": [{"property": "amount", "op": "gte", "value": 50.10},
                              {"property": "vip", "op": "eq", "value": true},
                              {"property": "city", "op": "contains", "value": "\\\\'"},
                              {"property": "coupon", "op": "exists", "value": null}],
                  "value_property": "amount", "currency": "EUR", "currency_property": null},
                 {"id": "h", "name": "Told", "event_name": null, "filters": null, "goal_step_id": null, "conversion_period_days": 30,
                  "value_property": null, "currency": null, "currency_property": null}]}\
      """;

  private static HttpService one;
  private static HttpService other;
  private static String admin;

  @BeforeAll
  static void start(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    one = instance(clickHouse);
    other = instance(clickHouse);
    admin = tenant("acme");
  }

  private static HttpService instance(ClickHouse clickHouse) {
    Tenants tenants = new Tenants(clickHouse.dsl("tenants"), InstantSource.system());
    JourneyCatalogue journeys =
        new JourneyCatalogue(clickHouse.dsl("journeys"), InstantSource.system());
    AuditLog audit = new AuditLog(clickHouse, AuditSettings.DEFAULTS, InstantSource.system());
    return HttpService.start(environment -> {
      environment.lifecycle().manage(tenants);
      environment.lifecycle().manage(journeys);
      environment
          .jersey()
          .register(
              new AuthenticationFeature(
                  tenants,
                  Optional.of(OPERATOR),
                  new Sessions(Optional.empty(), Duration.ofHours(1), InstantSource.system()),
                  new EndedSessions(clickHouse.dsl("sessions"), Duration.ofHours(1)),
                  new AttemptLimit(1_000, Duration.ofMinutes(1)),
                  audit));
      environment.jersey().register(new TenantResource(tenants));
      environment.jersey().register(new ApiKeyResource(tenants));
      environment.jersey().register(new JourneyResource(journeys));
    });
  }

  private static String tenant(String id) {
    Answer created =
        one.send(
            "POST",
            "/api/v1/tenants",
            OPERATOR,
            "{\"id\": \"%s\", \"name\": \"O'Hara \\\\ 😀\", \"time_zone\": \"Asia/Kathmandu\"}"
                .formatted(id));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).endsWith("/api/v1/tenants/" + id);
    assertThat(created.response().body())
        .isEqualTo(
            ("{\"id\":\"%s\",\"name\":\"O'Hara \\\\ 😀\",\"time_zone\":\"Asia/Kathmandu\","
                    + "\"retention_days\":null,\"data_from\":null}")
                .formatted(id));
    return key(id, "admin", OPERATOR);
  }

  private static String key(String tenant, String role, String by) {
    Answer answer =
        one.send("POST", "/api/v1/tenants/" + tenant + "/keys", by, "{\"role\": \"" + role + "\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().size()).isEqualTo(3);
    return answer.json().get("key").textValue();
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  @Test
  void requiresAKey() {
    Answer answer = get(JOURNEYS + "/" + UUID.randomUUID(), null);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(get("/api/v1/tenants", "wrong").status()).isEqualTo(401);
    assertThat(get("/api/v1/tenants?access_token=" + OPERATOR, null).status()).isEqualTo(401);
  }

  @Test
  void enforcesRoles() {
    assertThat(get("/api/v1/tenants", OPERATOR).status()).isEqualTo(200);
    assertThat(get("/api/v1/tenants", admin).status()).isEqualTo(403);
    assertThat(get(JOURNEYS + "/" + UUID.randomUUID(), OPERATOR).status()).isEqualTo(403);
    String read = key("acme", "read", admin);
    assertThat(get(JOURNEYS + "/" + UUID.randomUUID(), read).status()).isEqualTo(404);
    assertThat(create(read, MINIMAL.formatted("x")).status()).isEqualTo(403);
    assertThat(get("/api/v1/tenants/acme/keys", read).status()).isEqualTo(403);
    assertThat(get(JOURNEYS + "/" + UUID.randomUUID(), key("acme", "ingest", admin)).status())
        .isEqualTo(403);
  }

  @Test
  void validatesTenantsAndKeys() {
    Answer answer =
        one.send(
            "POST",
            "/api/v1/tenants",
            OPERATOR,
            "{\"id\": \"No Good\", \"time_zone\": \"Mars/Base\"}");
    assertThat(fields(answer)).containsExactly("id", "name", "time_zone");
    assertThat(
            one.send(
                    "POST",
                    "/api/v1/tenants",
                    OPERATOR,
                    "{\"id\":\"acme\",\"name\":\"x\",\"time_zone\":\"UTC\"}")
                .status())
        .isEqualTo(409);
    assertThat(
            fields(
                one.send("POST", "/api/v1/tenants/acme/keys", admin, "{\"role\": \"operator\"}")))
        .containsExactly("role");
    assertThat(fields(one.send("PATCH", "/api/v1/tenants/acme", OPERATOR, "{}")))
        .containsExactly("name");
    assertThat(one.send("PATCH", "/api/v1/tenants/none", OPERATOR, "{\"name\": \"x\"}").status())
        .isEqualTo(404);
  }

  @Test
  void changesATenant() {
    String key = tenant("changing");
    Answer answer =
        one.send("PATCH", "/api/v1/tenants/changing", OPERATOR, "{\"time_zone\": \"UTC\"}");
    assertThat(answer.json().get("time_zone").textValue()).isEqualTo("UTC");
    assertThat(key).startsWith("jsk_");
  }

  @Test
  void revokesAKeyAndShowsNoSecret() {
    String key = key("acme", "admin", admin);
    Answer list = get("/api/v1/tenants/acme/keys", key);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.response().body()).doesNotContain(key).doesNotContain("hash");
    JsonNode keys = list.json().get("keys");
    String id = keys.get(keys.size() - 1).get("id").textValue();
    assertThat(one.send("DELETE", "/api/v1/tenants/acme/keys/" + id, admin, null).status())
        .isEqualTo(204);
    assertThat(one.send("DELETE", "/api/v1/tenants/acme/keys/" + id, admin, null).status())
        .isEqualTo(404);
  }

  @Test
  void hidesOtherTenants() {
    String stranger = tenant("stranger");
    String id = created(admin, MINIMAL.formatted("Mine"));
    for (String path : List.of("", "/history")) {
      assertThat(get(JOURNEYS + "/" + id + path, stranger).status()).isEqualTo(404);
    }
    for (String action : List.of("activate", "pause", "finish", "stop", "clone")) {
      assertThat(one.send("POST", JOURNEYS + "/" + id + "/" + action, stranger, null).status())
          .isEqualTo(404);
    }
    assertThat(one.send("PUT", JOURNEYS + "/" + id, stranger, MINIMAL.formatted("x")).status())
        .isEqualTo(404);
    assertThat(one.send("PATCH", JOURNEYS + "/" + id, stranger, "{\"title\": \"x\"}").status())
        .isEqualTo(404);
    assertThat(get("/api/v1/tenants/acme/keys", stranger).status()).isEqualTo(404);
    assertThat(get("/api/v1/tenants/none/keys", stranger).status()).isEqualTo(404);
    String same =
        "{\"id\": \"%s\", \"title\": \"Theirs\", \"type\": \"trigger_based\", \"steps\": [], \"goals\": []}"
            .formatted(id);
    assertThat(create(stranger, same).status()).isEqualTo(201);
    assertThat(create(stranger, same).status()).isEqualTo(409);
    assertThat(get(JOURNEYS + "/" + id, admin).json().get("title").textValue()).isEqualTo("Mine");
  }

  @Test
  void returnsAJourneyAsItWasSent() {
    Answer answer = create(admin, FULL);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    String path = answer.header("Location").replaceFirst(".*(/api/)", "$1");
    Answer read = get(path, admin);
    assertThat(read.json()).isEqualTo(answer.json());
    assertThat(read.json().get("steps")).isEqualTo(sent(FULL).get("steps"));
    assertThat(read.json().get("goals")).isEqualTo(sent(FULL).get("goals"));
    assertThat(read.json().get("title").textValue()).isEqualTo("Quotes ' \" \\ \\n ? {} 😀 İı");
    assertThat(read.json().get("status").textValue()).isEqualTo("draft");
    assertThat(read.json().get("launched_at").isNull()).isTrue();
    // An instance that starts later reads the same from the store.
    assertThat(other.send("POST", path + "/clone", admin, null).json().get("goals"))
        .isEqualTo(read.json().get("goals"));
  }

  @Test
  void reportsAllErrorsOfAJourneyAtOnce() {
    Answer answer =
        create(
            admin,
            """
            {"id": "1-1-1-1-1", "title": " ", "type": "odd",
             "steps": [{"id": "a", "name": "A", "kind": "message"}, {"id": "a", "name": "\\ud800", "kind": "wait", "channel": "push"}],
             "goals": [{"id": "g", "name": "G", "goal_step_id": "z", "conversion_period_days": 366, "event_name": "e",
                        "filters": [{"property": "p", "op": "like", "value": 1}, {"property": "p", "op": "gt", "value": true},
                                    {"property": "p", "op": "exists", "value": 1}, {"property": "p", "op": "eq"},
                                    {"op": "eq", "value": []}, {"property": "p", "op": "eq", "value": 1e999}]},
                       {"id": "h", "name": "H", "filters": [{"property": "p", "op": "exists"}]}]}
            """);
    assertThat(fields(answer))
        .containsExactly(
            "id",
            "type",
            "title",
            "steps[0].channel",
            "steps[1].id",
            "steps[1].name",
            "steps[1].channel",
            "goals[0].goal_step_id",
            "goals[0].conversion_period_days",
            "goals[0].filters[0].op",
            "goals[0].filters[1].value",
            "goals[0].filters[2].value",
            "goals[0].filters[3].value",
            "goals[0].filters[4].property",
            "goals[0].filters[4].value",
            "goals[0].filters[5].value",
            "goals[1].event_name");
    assertThat(fields(create(admin, "{\"titel\": \"x\"}"))).containsExactly("titel");
    assertThat(fields(create(admin, "{\"title\": \"x\", \"type\": \"trigger_based\"}")))
        .containsExactly("steps", "goals");
  }

  @Test
  void followsTheLifeCycleAndListsItsHistory() {
    String path = JOURNEYS + "/" + created(admin, MINIMAL.formatted("Life"));
    assertThat(one.send("POST", path + "/pause", admin, null).status()).isEqualTo(409);
    assertThat(one.send("POST", path + "/activate", admin, null).status()).isEqualTo(200);
    Answer refused = one.send("PUT", path, admin, MINIMAL.formatted("Edited"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("detail").textValue()).contains("active");
    assertThat(one.send("PATCH", path, admin, "{\"title\": \"Renamed\"}").status()).isEqualTo(200);
    assertThat(one.send("POST", path + "/pause", admin, null).status()).isEqualTo(200);
    assertThat(one.send("PUT", path, admin, MINIMAL.formatted("Edited")).status()).isEqualTo(200);
    assertThat(one.send("POST", path + "/activate", admin, null).status()).isEqualTo(200);
    assertThat(one.send("POST", path + "/finish", admin, "{}").json().get("status").textValue())
        .isEqualTo("finished");
    assertThat(one.send("POST", path + "/activate", admin, null).status()).isEqualTo(409);
    assertThat(get(path + "/history", admin).json().get("changes").findValuesAsText("change"))
        .containsExactly(
            "created", "active", "renamed", "paused", "replaced", "active", "finished");
  }

  @Test
  void preventsLostUpdates() {
    String path = JOURNEYS + "/" + created(admin, MINIMAL.formatted("Two editors"));
    String tag = get(path, admin).header("ETag");
    assertThat(tag).isEqualTo("\"1\"");
    assertThat(put(path, tag).status()).isEqualTo(200);
    assertThat(put(path, tag).status()).isEqualTo(412);
    assertThat(put(path, "W/\"2\"").status()).isEqualTo(412);
    assertThat(put(path, "*").status()).isEqualTo(200);
  }

  /** Ten threads on two instances stop and resume a journey; the first stop is final. */
  @Test
  void stoppedIsFinalUnderAnyRace() throws InterruptedException, ExecutionException {
    for (int round = 0; round < 5; round++) {
      String path = JOURNEYS + "/" + created(admin, MINIMAL.formatted("Race " + round));
      assertThat(one.send("POST", path + "/activate", admin, null).status()).isEqualTo(200);
      List<String> actions = List.of("pause", "activate", "stop", "activate", "finish");
      List<Integer> endings = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
        List<Future<List<Integer>>> answers = new ArrayList<>();
        for (int thread = 0; thread < 10; thread++) {
          HttpService instance = thread % 2 == 0 ? one : other;
          int offset = thread;
          answers.add(
              threads.submit(() -> {
                List<Integer> ended = new ArrayList<>();
                for (int step = 0; step < actions.size(); step++) {
                  String action = actions.get((offset + step) % actions.size());
                  int status = instance.send("POST", path + "/" + action, admin, null).status();
                  assertThat(status).isIn(200, 409);
                  if (status == 200 && (action.equals("stop") || action.equals("finish"))) {
                    ended.add(status);
                  }
                }
                return ended;
              }));
        }
        for (Future<List<Integer>> answer : answers) {
          endings.addAll(answer.get());
        }
      }
      assertThat(endings).hasSize(1);
      JsonNode changes = get(path + "/history", admin).json().get("changes");
      String status = get(path, admin).json().get("status").textValue();
      assertThat(status).isIn("stopped", "finished");
      assertThat(changes.get(changes.size() - 1).get("change").textValue()).isEqualTo(status);
      // A request without effect, after which the other instance has read all changes.
      assertThat(other.send("POST", path + "/activate", admin, null).status()).isEqualTo(409);
      assertThat(other.send("GET", path, admin, null).json()).isEqualTo(get(path, admin).json());
    }
  }

  private static Answer put(String path, String tag) {
    return one.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + one.port() + path))
            .header("Authorization", "Bearer " + admin)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString(MINIMAL.formatted("Edited")))
            .build());
  }

  private static Answer get(String path, @Nullable String key) {
    return one.send("GET", path, key, null);
  }

  private static Answer create(String key, String body) {
    return one.send("POST", JOURNEYS, key, body);
  }

  private static String created(String key, String body) {
    Answer answer = create(key, body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.json().get("id").textValue();
  }

  private static JsonNode sent(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> fields(Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
    return answer.json().get("errors").findValuesAsText("field");
  }
}
