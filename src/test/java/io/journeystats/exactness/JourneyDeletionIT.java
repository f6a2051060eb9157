package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.rollup.JourneyEraser;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deleted journey is gone: its numbers, its files, its events, and its id. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class JourneyDeletionIT {
  private static final List<String> TABLES =
      List.of(
          "events",
          "user_states",
          "user_entrances",
          "device_users",
          "user_presence",
          "event_counts");

  private static final byte[] NOTHING = {};

  private final ClickHouse clickHouse;
  private final DSLContext database;
  private TestService running;
  private TestService other;
  private ServiceUnderTest service;
  private TestTenant tenant;
  private Client admin;
  private String journey = "";
  private String kept = "";

  JourneyDeletionIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
    this.database = clickHouse.dsl();
  }

  @BeforeAll
  void start(ClickHouseEndpoint endpoint) {
    running = TestService.start(endpoint, "alone: false");
    other = TestService.start(endpoint, "alone: false");
    service = new ServiceUnderTest.Own(running);
    service.setClock(WorkedExample.NOW);
    other.setClock(WorkedExample.NOW);
  }

  @AfterAll
  void stop() {
    running.close();
    other.close();
  }

  /** Two journeys with the same events, besides the custom ones, which are the tenant's. */
  @BeforeEach
  void createTwoJourneys() {
    tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
    admin = tenant.client("admin");
    journey = create("To go");
    kept = create("To stay");
  }

  private String create(String title) {
    ObjectNode definition = WorkedExample.journey().deepCopy();
    String id = UUID.randomUUID().toString();
    admin.post("journeys", definition.put("id", id).put("title", title)).json(201);
    List<ObjectNode> events =
        WorkedExample.events().stream()
            .map(event ->
                event.has("journey_id") ? event.deepCopy().put("journey_id", id) : event.deepCopy())
            .toList();
    admin.post("events", Json.array(events)).json(200);
    return id;
  }

  private static Answer delete(Client client, String id) {
    return client.send("DELETE", "journeys/" + id, NOTHING);
  }

  private static Client elsewhere(TestService instance, Client client) {
    return new Client(instance.baseUri(), client.headers());
  }

  @Test
  void isNoLongerThereAndTheOthersAreAsBefore() {
    JsonNode audience = admin.get("journeys/" + kept + "/stats/audience").json(200);
    JsonNode goals = admin.get("journeys/" + kept + "/stats/performance").json(200);
    assertThat(delete(admin, journey).status()).isEqualTo(204);
    for (String path :
        List.of(
            "",
            "/users",
            "/stats/audience",
            "/stats/health",
            "/stats/overview",
            "/stats/performance",
            "/stats/channels/push",
            "/users.csv",
            "/goals.csv")) {
      Problems.problem(admin.get("journeys/" + journey + path), 404);
      Problems.problem(admin.takingRemembered().get("journeys/" + journey + path), 404);
    }
    assertThat(admin.get("journeys").json(200).get("journeys").findValuesAsText("id"))
        .containsExactly(kept);
    assertThat(CampaignFile.numbers(admin, Json.object().put("kind", "journeys")).has(journey))
        .isFalse();
    assertThat(admin.get("journeys/" + kept + "/stats/audience").json(200)).isEqualTo(audience);
    assertThat(admin.get("journeys/" + kept + "/stats/performance").json(200)).isEqualTo(goals);
  }

  @Test
  void isGoneOnOtherInstancesWithinAMoment() {
    Client there = elsewhere(other, admin);
    Waiting.until(() -> there.get("journeys/" + journey).status() != 404);
    there.get("journeys/" + journey).json(200);
    delete(admin, journey);
    Waiting.until(() -> there.get("journeys/" + journey).status() != 200);
    Problems.problem(there.get("journeys/" + journey + "/stats/audience"), 404);
    assertThat(there.get("journeys").json(200).get("total").intValue()).isEqualTo(1);
  }

  @Test
  void isDeletedOnceAndItsIdIsNeverUsedAgain() {
    assertThat(delete(admin, journey).status()).isEqualTo(204);
    assertThat(delete(admin, journey).status()).isEqualTo(204);
    ObjectNode again = ((ObjectNode) WorkedExample.journey()).put("id", journey);
    assertThat(Problems.problem(admin.post("journeys", again), 409).get("detail").textValue())
        .contains(journey, "deleted");
    Problems.problem(delete(admin, UUID.randomUUID().toString()), 404);
    Problems.problem(delete(TestTenant.create(service, "UTC").client("admin"), journey), 404);
    Problems.problem(delete(TestTenant.create(service, "UTC").client("admin"), kept), 404);
    Problems.problem(delete(tenant.client("read"), kept), 403);
  }

  @Test
  void refusesLateEvents() {
    delete(admin, journey);
    ObjectNode late = WorkedExample.events().getFirst().deepCopy().put("journey_id", journey);
    Problems.rejected(admin.post("events", late.put("event_id", "late")), "journey_id");
  }

  @Test
  void isDeletedOnlyWhereNobodyIsSentThroughIt() {
    for (String action : List.of("activate", "pause")) {
      admin.post("journeys/" + journey + "/" + action, Json.object()).json(200);
      Problems.problem(delete(admin, journey), 409);
    }
    admin.post("journeys/" + journey + "/stop", Json.object()).json(200);
    assertThat(delete(admin, journey).status()).isEqualTo(204);
  }

  @Test
  void isInTheHistories() {
    Client manager = tenant.client("manage");
    service.setClock(WorkedExample.NOW.plusSeconds(1));
    delete(manager, journey);
    service.setClock(WorkedExample.NOW);
    JsonNode changes = admin.get("journeys/" + journey + "/history").json(200).get("changes");
    assertThat(changes.findValuesAsText("change")).containsExactly("created", "deleted");
    String path = "tenants/" + tenant.id() + "/history";
    JsonNode all = admin.get(path).json(200);
    assertThat(all.get("next_cursor").isNull()).isTrue();
    JsonNode deleted = all.get("changes").get(all.get("changes").size() - 1);
    assertThat(deleted.get("change").textValue()).isEqualTo("journey_deleted");
    assertThat(deleted.get("journey_id").textValue()).isEqualTo(journey);
    assertThat(deleted.get("by")).isEqualTo(changes.get(1).get("by"));
    assertThat(pages(path)).isEqualTo(all.get("changes"));
  }

  /** The same, two at a time. */
  private JsonNode pages(String path) {
    List<JsonNode> changes = new ArrayList<>();
    JsonNode page = admin.get(path + "?limit=2").json(200);
    while (true) {
      page.get("changes").forEach(changes::add);
      if (page.get("next_cursor").isNull()) {
        return Json.array(changes);
      }
      page = admin.get(path + "?limit=2&cursor=" + page.get("next_cursor").textValue()).json(200);
    }
  }

  @Test
  void takesItsFilesAlong() {
    JsonNode its = export(journey);
    JsonNode others = export(kept);
    delete(admin, journey);
    Problems.problem(admin.get("exports/" + its.get("id").textValue() + "/file"), 404);
    JsonNode job = admin.get("exports/" + its.get("id").textValue()).json(200);
    assertThat(job.get("status").textValue()).isEqualTo("expired");
    assertThat(job.get("error").textValue()).contains("deleted");
    assertThat(admin.get("exports/" + others.get("id").textValue() + "/file").status())
        .isEqualTo(200);
  }

  private JsonNode export(String id) {
    ObjectNode question = Json.object().put("kind", "users").put("journey_id", id);
    return CampaignFile.finished(admin, admin.post("exports", question).json(202));
  }

  @Test
  void itsBytesGoFromTheDisk() {
    running.awaitRollup();
    List<Long> before = rows(kept);
    assertThat(before).allMatch(rows -> rows > 0).isEqualTo(rows(journey));
    long custom = customEvents();
    delete(admin, journey);
    Instant later = WorkedExample.NOW.plus(Duration.ofMinutes(10));
    InstantSource clock = () -> later;
    JourneyCatalogue journeys = new JourneyCatalogue(clickHouse.dsl("test"), clock);
    new JourneyEraser(clickHouse, journeys, Duration.ofMinutes(11), clock).erase();
    assertThat(rows(journey)).as("not before its time").isEqualTo(before);

    JourneyEraser eraser = new JourneyEraser(clickHouse, journeys, Duration.ofMinutes(9), clock);
    eraser.erase();
    assertThat(rows(journey)).containsOnly(0L);
    assertThat(journeys.deletedBefore(later).toString()).contains(journey);
    eraser.erase();
    assertThat(journeys.deletedBefore(later).toString()).doesNotContain(journey);
    assertThat(rows(kept)).isEqualTo(before);
    assertThat(customEvents()).isEqualTo(custom);
    assertThat(delete(admin, journey).status()).isEqualTo(204);
    running.awaitRollup();
    assertThat(rows(journey)).containsOnly(0L);
  }

  private List<Long> rows(String id) {
    return TABLES.stream()
        .map(table ->
            database
                .fetchSingle(
                    "SELECT toInt64(count()) FROM " + table + " FINAL WHERE journey_id = ?", id)
                .get(0, Long.class))
        .toList();
  }

  private long customEvents() {
    return database
        .fetchSingle(
            "SELECT toInt64(count()) FROM events FINAL WHERE tenant_id = ? AND type = 'custom'",
            tenant.id())
        .get(0, Long.class);
  }
}
