package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a tenant may have has bounds, which the refusals name. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LimitsIT {
  private static final String LIMITS =
      "limits: {journeys: 3, definitionBytes: 4KiB, keys: 3, revisions: 4, rejectedEvents: 20,"
          + " rejectedBytes: 10KiB}";

  private TestService running;
  private ServiceUnderTest service;
  private Client operator;
  private TestTenant tenant;
  private Client admin;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    running = TestService.start(database, LIMITS);
    service = new ServiceUnderTest.Own(running);
    operator = TestTenant.operator(service);
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @BeforeEach
  void createTenant() {
    service.setClock(Instant.parse("2026-05-05T22:00:00Z"));
    tenant = TestTenant.create(service, "UTC");
    admin = tenant.client("admin");
  }

  private static ObjectNode journey(String title, int steps) {
    ObjectNode journey = Json.object().put("title", title).put("type", "trigger_based");
    var list = journey.putArray("steps");
    for (int step = 0; step < steps; step++) {
      list.addObject().put("id", "s" + step).put("name", "x".repeat(50)).put("kind", "wait");
    }
    journey.putArray("goals");
    return journey;
  }

  private static String create(Client client) {
    return client.post("journeys", journey("One", 1)).json(201).get("id").textValue();
  }

  private static void refused(Answer answer, String limit, long maximum, long used) {
    assertThat(Problems.problem(answer, 409).get("detail").textValue())
        .contains("`" + limit + "`", "is " + maximum + ",", "which " + used + " are used");
  }

  @Test
  void ofJourneys() {
    String first = create(admin);
    create(admin);
    create(admin);
    refused(admin.post("journeys", journey("Four", 1)), "journeys", 3, 3);
    refused(admin.post("journeys/" + first + "/clone", Json.object()), "journeys", 3, 3);
    create(TestTenant.create(service, "UTC").client("manage"));
    admin.send("DELETE", "journeys/" + first, new byte[0]);
    create(admin);
    assertThat(used("journeys")).isEqualTo(3);
  }

  @Test
  void ofTheBytesOfDefinitions() {
    String small = create(admin);
    String large = admin.post("journeys", journey("Large", 25)).json(201).get("id").textValue();
    long used = used("definition_bytes");
    assertThat(used).isGreaterThan(2_000);
    refused(admin.post("journeys", journey("Large", 25)), "definition_bytes", 4096, used);
    refused(replace(small, journey("Large", 25)), "definition_bytes", 4096, used);
    replace(large, journey("Another", 20)).json(200);
    assertThat(used("definition_bytes")).isBetween(1_500L, used);
    admin.send("DELETE", "journeys/" + large, new byte[0]);
    admin.post("journeys", journey("Large", 25)).json(201);
  }

  private Answer replace(String id, ObjectNode journey) {
    return admin.send(
        "PUT",
        "journeys/" + id,
        Utf8.bytes(Json.write(journey)),
        "Content-Type",
        "application/json");
  }

  /** What was replaced or deleted stays in the log, so there is a bound on what is written. */
  @Test
  void ofWhatIsWrittenADay() {
    Answer last;
    int written = 0;
    do {
      last = admin.post("journeys", journey("Large", 35));
      if (last.status() == 201) {
        written++;
        String id = last.json().get("id").textValue();
        assertThat(admin.send("DELETE", "journeys/" + id, new byte[0]).status()).isEqualTo(204);
      }
    } while (last.status() == 201 && written < 10);
    assertThat(Problems.problem(last, 429).get("detail").textValue()).contains("16384 bytes");
    assertThat(last.retryAfter()).isEqualTo("7200");
    service.setClock(Instant.parse("2026-05-06T00:00:00Z"));
    admin.post("journeys", journey("Large", 35)).json(201);
  }

  @Test
  void ofKeys() {
    String path = "tenants/" + tenant.id() + "/keys";
    ObjectNode wanted = Json.object().put("role", "read");
    String second = admin.post(path, wanted).json(201).get("id").textValue();
    admin.post(path, wanted).json(201);
    refused(admin.post(path, wanted), "keys", 3, 3);
    refused(operator.post(path, wanted), "keys", 3, 3);
    admin.send("DELETE", path + "/" + second, new byte[0]);
    admin.post(path, wanted).json(201);
  }

  /** It can be ended all the same. */
  @Test
  void ofTheRevisionsOfAJourney() {
    String id = create(admin);
    for (String action : List.of("activate", "pause", "activate")) {
      admin.post("journeys/" + id + "/" + action, Json.object()).json(200);
    }
    refused(admin.post("journeys/" + id + "/pause", Json.object()), "revisions", 4, 4);
    Answer renamed = admin.patch("journeys/" + id, "{\"title\": \"Other\"}");
    refused(renamed, "revisions", 4, 4);
    assertThat(used("revisions")).isEqualTo(4);
    admin.post("journeys/" + id + "/stop", Json.object()).json(200);
    assertThat(admin.send("DELETE", "journeys/" + id, new byte[0]).status()).isEqualTo(204);
  }

  @Test
  void areTheOperatorsToSetForATenant() {
    create(admin);
    edit("{\"limits\": {\"journeys\": 1}}").json(200);
    refused(admin.post("journeys", journey("Two", 1)), "journeys", 1, 1);
    edit("{\"limits\": {\"keys\": 4}}").json(200);
    edit("{\"limits\": {\"journeys\": 2}}").json(200);
    create(admin);
    refused(admin.post("journeys", journey("Three", 1)), "journeys", 2, 2);
    assertThat(limit("journeys").get("maximum").longValue()).isEqualTo(2);
    assertThat(limit("keys").get("maximum").longValue()).isEqualTo(4);
    assertThat(limit("revisions").get("maximum").longValue()).isEqualTo(4);
    Problems.invalid(edit("{\"limits\": {\"journeys\": -1}}"), "limits.journeys");
    Problems.invalid(edit("{\"limits\": {\"cakes\": 1}}"), "limits.cakes");
    JsonNode changes = admin.get("tenants/" + tenant.id() + "/history").json(200).get("changes");
    assertThat(changes.get(2).get("limits").toString())
        .isEqualTo("[{\"limit\":\"journeys\",\"maximum\":1}]");
    Problems.problem(
        TestTenant.create(service, "UTC").client("admin").get("tenants/" + tenant.id() + "/usage"),
        404);
    Problems.problem(tenant.client("manage").get("tenants/" + tenant.id() + "/usage"), 403);
  }

  @Test
  void goBackToTheDefault() {
    create(admin);
    edit("{\"limits\": {\"journeys\": 1, \"keys\": 4, \"events_per_day\": 10}}").json(200);
    edit("{\"limits\": {\"journeys\": null, \"events_per_day\": null, \"revisions\": 5}}")
        .json(200);
    assertThat(limit("journeys").get("maximum").longValue()).isEqualTo(3);
    assertThat(limit("events_per_day").get("maximum").isNull()).isTrue();
    assertThat(limit("keys").get("maximum").longValue()).isEqualTo(4);
    create(admin);
    JsonNode changes = admin.get("tenants/" + tenant.id() + "/history").json(200).get("changes");
    assertThat(changes.get(3).get("limits").toString())
        .isEqualTo(
            "[{\"limit\":\"journeys\",\"maximum\":null},{\"limit\":\"revisions\",\"maximum\":5},"
                + "{\"limit\":\"events_per_day\",\"maximum\":null}]");
    Problems.invalid(edit("{\"limits\": {\"journeys\": \"3\"}}"), "limits.journeys");
    Problems.invalid(edit("{\"limits\": {\"journeys\": 1.5}}"), "limits.journeys");
  }

  private Answer edit(String limits) {
    return operator.patch("tenants/" + tenant.id(), limits);
  }

  private long used(String limit) {
    return limit(limit).get("used").longValue();
  }

  private JsonNode limit(String limit) {
    for (JsonNode one : admin.get("tenants/" + tenant.id() + "/usage").json(200).get("limits")) {
      if (one.get("limit").textValue().equals(limit)) {
        return one;
      }
    }
    throw new AssertionError("no limit " + limit);
  }

  /** The oldest go; their number stays. */
  @Test
  void ofRejectedEvents() {
    refuse(20, "a");
    assertThat(used("rejected_events")).isEqualTo(20);
    assertThat(rejected().get("removed").intValue()).isZero();
    service.setClock(service.now().plusSeconds(1));
    refuse(1, "b");
    service.setClock(service.now().plusSeconds(1));
    refuse(1, "b");
    assertThat(used("rejected_events")).as("a tenth is free again").isEqualTo(18);
    service.setClock(service.now().plusSeconds(1));
    refuse(17, "c");
    assertThat(used("rejected_events")).isEqualTo(18);
    assertThat(rejected().get("removed").intValue()).isEqualTo(3 + 17);
    assertThat(ids()).hasSize(18).contains("b0").filteredOn(id -> id.startsWith("c")).hasSize(17);
    edit("{\"limits\": {\"rejected_events\": 0}}").json(200);
    refuse(1, "d");
    assertThat(ids()).isEmpty();
    assertThat(rejected().get("removed").intValue()).isEqualTo(39);
  }

  @Test
  void ofTheBytesOfRejectedEvents() {
    Client neighbour = TestTenant.create(service, "UTC").client("admin");
    neighbour.post("events", "{\"event_id\": \"theirs\"}", "application/json");
    for (int number = 0; number < 5; number++) {
      service.setClock(service.now().plusSeconds(1));
      refuse(1, "x".repeat(200 * 12) + number);
      assertThat(used("rejected_bytes")).isBetween(1L, 10_240L);
    }
    assertThat(ids()).hasSizeBetween(2, 4);
    assertThat(rejected().get("removed").intValue()).isEqualTo(5 - ids().size());
    assertThat(neighbour.get("events/rejected").json(200).get("rejected")).hasSize(1);
  }

  /** Where the operator sets one. */
  @Test
  void ofTheEventsOfADay() {
    assertThat(limit("events_per_day").get("maximum").isNull()).isTrue();
    assertThat(send(5, "a").status()).isEqualTo(200);
    edit("{\"limits\": {\"events_per_day\": 10}}").json(200);
    assertThat(used("events_per_day")).isEqualTo(5);
    assertThat(send(2, "b").status()).isEqualTo(200);
    Answer refused = send(4, "c");
    assertThat(Problems.problem(refused, 429).get("detail").textValue())
        .contains("`events_per_day`", "is 10,", "3 are left", "4 were sent");
    assertThat(Integer.parseInt(refused.retryAfter())).isBetween(1, 86_400);
    assertThat(send(3, "d").status()).isEqualTo(200);
    Problems.problem(send(1, "e"), 429);
    refuse(1, "f");
    assertThat(used("events_per_day")).isEqualTo(10);
    edit("{\"limits\": {\"events_per_day\": 11}}").json(200);
    assertThat(send(1, "e").status()).isEqualTo(200);
  }

  /** Where the operator sets one; also for what comes as a file, or is sent again. */
  @Test
  void ofTheEventsThatAreStored() {
    assertThat(limit("stored_events").get("maximum").isNull()).isTrue();
    assertThat(send(5, "a").status()).isEqualTo(200);
    edit("{\"limits\": {\"stored_events\": 7}}").json(200);
    assertThat(used("stored_events")).isEqualTo(5);
    Answer refused = send(3, "b");
    assertThat(Problems.problem(refused, 429).get("detail").textValue())
        .contains("`stored_events`", "is 7,", "5 are used", "3 were sent");
    assertThat(refused.retryAfter()).isEqualTo("3600");
    assertThat(send(2, "b").status()).isEqualTo(200);
    Problems.problem(send(1, "c"), 429);
    assertThat(used("stored_events")).isEqualTo(7);
    edit("{\"limits\": {\"stored_events\": 8}}").json(200);
    assertThat(send(1, "c").status()).isEqualTo(200);
  }

  /**
   * An event that is sent again is not another one: neither where this instance remembers it, nor
   * where only the store knows, which keeps the copies for a while.
   */
  @Test
  void countAnEventOnceHoweverOftenItIsSent(ClickHouseEndpoint database) {
    edit("{\"limits\": {\"stored_events\": 7, \"events_per_day\": 7}}").json(200);
    for (int time = 0; time < 3; time++) {
      assertThat(send(5, "a").status()).isEqualTo(200);
    }
    try (TestService other = TestService.start(database, LIMITS)) {
      other.setClock(service.now());
      Client sender = new Client(other.baseUri(), admin.headers());
      for (int time = 0; time < 3; time++) {
        assertThat(send(sender, 5, "a").status()).isEqualTo(200);
      }
      assertThat(used("stored_events")).isEqualTo(5);
      assertThat(used("events_per_day")).isEqualTo(5);
      long accepted = 0;
      for (JsonNode day : usage().get("events_by_day")) {
        accepted += day.get("accepted").longValue();
      }
      assertThat(accepted).isEqualTo(5);
      assertThat(send(sender, 2, "b").status()).isEqualTo(200);
      Problems.problem(send(sender, 1, "c"), 429);
    }
  }

  /** The store's own day, whatever the service's clock says. */
  @Test
  void areShownWithWhatIsStored() {
    assertThat(usage().get("events_by_day")).isEmpty();
    assertThat(usage().get("stored_bytes").longValue()).isZero();
    assertThat(send(5, "a").status()).isEqualTo(200);
    JsonNode days = usage().get("events_by_day");
    long accepted = 0;
    for (JsonNode day : days) {
      assertThat(LocalDate.parse(day.get("day").textValue())).isAfter(LocalDate.of(2026, 1, 1));
      accepted += day.get("accepted").longValue();
    }
    assertThat(accepted).isEqualTo(5);
    assertThat(usage().get("stored_bytes").longValue()).isBetween(1L, 100_000L);
  }

  @Test
  void areFiguresOfTheOperator() {
    create(admin);
    double most = 0;
    for (JsonNode one : operator.get("tenants").json(200).get("tenants")) {
      JsonNode limits =
          operator.get("tenants/" + one.get("id").textValue() + "/usage").json(200).get("limits");
      for (JsonNode limit : limits) {
        if (limit.get("limit").textValue().equals("journeys")) {
          most =
              Math.max(most, limit.get("used").doubleValue() / limit.get("maximum").doubleValue());
        }
      }
    }
    assertThat(most).isPositive();
    assertThat(running.figure("limit_share_journeys")).isEqualTo(most);
    assertThat(running.figure("tenants")).isPositive();
    assertThat(running.figure("tenants_removing")).isZero();
    assertThat(running.figure("tenants_with_removal_pending")).isZero();
  }

  private JsonNode usage() {
    return admin.get("tenants/" + tenant.id() + "/usage").json(200);
  }

  private Answer send(int number, String name) {
    return send(admin, number, name);
  }

  private static Answer send(Client sender, int number, String name) {
    List<ObjectNode> events = new ArrayList<>();
    for (int index = 0; index < number; index++) {
      events.add(
          Json.object()
              .put("event_id", name + index)
              .put("type", "custom")
              .put("time", "2026-05-05T21:00:00Z")
              .put("event_name", "purchase")
              .put("user_id", "ann"));
    }
    return sender.post("events", Json.array(events));
  }

  private void refuse(int number, String name) {
    StringBuilder events = new StringBuilder();
    for (int index = 0; index < number; index++) {
      events.append("{\"event_id\": \"").append(name).append(index).append("\"}\n");
    }
    Problems.problem(admin.post("events", events.toString(), "application/x-ndjson"), 422);
  }

  private JsonNode rejected() {
    return admin.get("events/rejected?limit=100").json(200);
  }

  private List<String> ids() {
    return rejected().get("rejected").findValuesAsText("event_id");
  }

  /** Definitions beyond the memory are read from the store. */
  @Test
  void anOverfullStoreStillStartsAndAnswers(ClickHouseEndpoint database) {
    edit("{\"limits\": {\"journeys\": 100, \"definition_bytes\": 10000000}}").json(200);
    List<JsonNode> known = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      known.add(admin.post("journeys", journey("Journey " + number, 190)).json(201));
    }
    TestService small =
        TestService.start(database, "limits: {journeysOfAll: 5, definitionMemory: 1KiB}");
    try {
      small.setClock(service.now());
      Client there = new Client(small.baseUri(), admin.headers());
      for (JsonNode journey : known) {
        String id = journey.get("id").textValue();
        assertThat(there.get("journeys/" + id).json(200)).isEqualTo(journey);
        there.get("journeys/" + id + "/stats/audience").json(200);
      }
      assertThat(there.get("journeys?limit=100").json(200).get("total").intValue()).isEqualTo(12);
      assertThat(CampaignFile.numbers(there, Json.object().put("kind", "journeys"))).hasSize(12);
      assertThat(
              Problems.problem(there.post("journeys", journey("More", 1)), 409)
                  .get("detail")
                  .textValue())
          .contains("`limits.journeysOfAll`");
      String first = known.getFirst().get("id").textValue();
      there.post("journeys/" + first + "/activate", Json.object()).json(200);
      ObjectNode event =
          Json.object()
              .put("event_id", "e")
              .put("type", "entered")
              .put("time", "2026-05-05T21:00:00Z")
              .put("journey_id", first)
              .put("user_id", "ann");
      there.post("events", event).json(200);
      there.post("journeys/" + first + "/stop", Json.object()).json(200);
      assertThat(there.send("DELETE", "journeys/" + first, new byte[0]).status()).isEqualTo(204);
    } finally {
      small.close();
    }
  }
}
