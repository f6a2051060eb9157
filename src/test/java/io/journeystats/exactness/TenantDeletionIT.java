package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.rollup.TenantEraser;
import io.journeystats.tenant.Tenants;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deleted tenant is gone with all that it had, and no other one is touched. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class TenantDeletionIT {
  private static final Path FILES = Path.of("target", "test-service", "exports");

  private static final byte[] NOTHING = {};

  private final ClickHouse clickHouse;
  private final DSLContext database;
  private TestService running;
  private TestService other;
  private ServiceUnderTest service;
  private Client operator;
  private TestTenant tenant;
  private TestTenant twin;
  private Client admin;
  private Client twinsAdmin;
  private String export = "";

  TenantDeletionIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
    this.database = clickHouse.dsl();
  }

  @BeforeAll
  void start() {
    String settings = "alone: false\nlimits: {erasureDelay: 10m}";
    running = TestService.start(clickHouse.endpoint(), settings);
    other = TestService.start(clickHouse.endpoint(), settings);
    service = new ServiceUnderTest.Own(running);
    operator = TestTenant.operator(service);
  }

  @AfterAll
  void stop() {
    running.close();
    other.close();
  }

  /** Two tenants with the same ids of journeys, users, events and devices. */
  @BeforeEach
  void createTwins() {
    setClocks(WorkedExample.NOW);
    tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
    twin = TestTenant.create(service, WorkedExample.ZONE.getId());
    admin = fill(tenant);
    twinsAdmin = fill(twin);
    ObjectNode question =
        Json.object().put("kind", "users").put("journey_id", id(WorkedExample.journey()));
    export = id(CampaignFile.finished(admin, admin.post("exports", question).json(202)));
    CampaignFile.finished(twinsAdmin, twinsAdmin.post("exports", question).json(202));
    running.awaitRollup();
    Waiting.until(
        () -> rows(tenant).containsKey("conversions") && rows(twin).containsKey("conversions"));
  }

  private static Client fill(TestTenant filled) {
    Client admin = filled.client("admin");
    admin.post("journeys", WorkedExample.journey()).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    Problems.rejected(admin.post("events", Json.object().put("event_id", "refused")), "type");
    return admin;
  }

  private static String id(JsonNode thing) {
    return thing.get("id").textValue();
  }

  private void setClocks(Instant now) {
    service.setClock(now);
    other.setClock(now);
  }

  private Answer delete(Client client, String query) {
    return client.send("DELETE", "tenants/" + tenant.id() + query, NOTHING);
  }

  private String confirmed() {
    return "?confirm=" + tenant.id();
  }

  @Test
  void needsTheOperatorAndItsIdOnceMore() {
    Problems.problem(delete(admin, confirmed()), 403);
    for (String query : List.of("", "?confirm=", "?confirm=" + twin.id())) {
      Problems.invalid(delete(operator, query), "confirm");
    }
    Problems.problem(operator.send("DELETE", "tenants/nobody?confirm=nobody", NOTHING), 404);
    admin.get("journeys").json(200);
  }

  @Test
  void nobodyFindsItAnyMoreAndTheOthersAreAsBefore() {
    Map<String, String> twins = everything(twinsAdmin);
    Client ingest = tenant.client("ingest");
    Client there = new Client(other.baseUri(), admin.headers(), true);
    Waiting.until(() -> there.get("journeys").status() != 401);
    JsonNode answer = delete(operator, confirmed()).json(202);
    assertThat(answer.get("status").textValue()).isEqualTo("removing");
    assertThat(id(answer)).isEqualTo(tenant.id());
    for (String path : List.of("journeys", "session", "tenants/" + tenant.id(), "exports")) {
      Problems.problem(admin.get(path), 401);
      Problems.problem(admin.takingRemembered().get(path), 401);
    }
    Problems.problem(ingest.post("events", WorkedExample.events().getFirst()), 401);
    Waiting.until(() -> there.get("journeys").status() != 200);
    Problems.problem(there.get("journeys"), 401);
    Problems.problem(operator.get("tenants/" + tenant.id()), 404);
    Problems.problem(operator.get("tenants/" + tenant.id() + "/usage"), 404);
    Problems.problem(operator.patch("tenants/" + tenant.id(), "{\"name\": \"A\"}"), 404);
    ObjectNode key = Json.object().put("role", "read");
    Problems.problem(operator.post("tenants/" + tenant.id() + "/keys", key), 404);
    assertThat(operator.get("tenants").json(200).findValuesAsText("id"))
        .contains(twin.id())
        .doesNotContain(tenant.id());
    assertThat(everything(twinsAdmin)).isEqualTo(twins);
  }

  @Test
  void itsSessionsEnd() throws IOException, InterruptedException {
    String key = admin.headers().get(1).replace("Bearer ", "");
    HttpRequest signIn =
        HttpRequest.newBuilder(service.baseUri().resolve("session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(Json.object().put("key", key))))
            .build();
    String cookie;
    try (HttpClient client = HttpClient.newHttpClient()) {
      cookie =
          client
              .send(signIn, BodyHandlers.ofString())
              .headers()
              .firstValue("Set-Cookie")
              .orElseThrow()
              .replaceFirst(";.*", "");
    }
    Client signedIn = new Client(service.baseUri(), List.of("Cookie", cookie));
    signedIn.get("journeys").json(200);
    delete(operator, confirmed()).json(202);
    Problems.problem(signedIn.get("journeys"), 401);
  }

  private static Map<String, String> everything(Client client) {
    Map<String, String> everything = new TreeMap<>();
    String journey = "journeys/" + id(WorkedExample.journey());
    for (String path :
        List.of(
            "journeys",
            journey + "/stats/audience",
            journey + "/stats/performance",
            journey + "/stats/health",
            journey + "/stats/overview",
            journey + "/stats/channels/push",
            journey + "/users?search=p",
            journey + "/users.csv",
            "events/rejected",
            "exports")) {
      everything.put(path, client.get(path).body());
    }
    return everything;
  }

  @Test
  void isDeletedOnceAndItsIdIsNeverUsedAgain() {
    JsonNode first = delete(operator, confirmed()).json(202);
    setClocks(WorkedExample.NOW.plusSeconds(5));
    assertThat(delete(operator, confirmed()).json(202)).isEqualTo(first);
    ObjectNode again =
        Json.object().put("id", tenant.id()).put("name", "Again").put("time_zone", "UTC");
    assertThat(Problems.problem(operator.post("tenants", again), 409).get("detail").textValue())
        .contains(tenant.id(), "deleted");
    JsonNode changes = operator.get("tenants/" + tenant.id() + "/history").json(200).get("changes");
    assertThat(changes.findValuesAsText("change"))
        .startsWith("tenant_created")
        .endsWith("tenant_deleted");
  }

  @Test
  void allThatItHadGoesFromTheDisk() throws IOException {
    Map<String, Long> twins = rows(twin);
    Map<String, Long> before = rows(tenant);
    assertThat(before).isEqualTo(twins).containsKeys("events", "export_jobs", "rejected_events");
    delete(operator, confirmed()).json(202);
    running.erase();
    before.put("catalogue_changes", before.getOrDefault("catalogue_changes", 0L) + 1);
    assertThat(rows(tenant)).as("not before its time").isEqualTo(before);
    setClocks(WorkedExample.NOW.plus(Duration.ofMinutes(11)));
    while (delete(operator, confirmed()).json(202).get("status").textValue().equals("removing")) {
      running.erase();
    }
    assertThat(rows(tenant)).containsOnlyKeys("catalogue_changes");
    assertThat(rows(twin)).isEqualTo(twins);
    assertThat(files()).noneMatch(file -> file.contains(export));
    assertThat(
            database
                .fetch(
                    "SELECT DISTINCT payload FROM catalogue_changes WHERE tenant = ? AND log ="
                        + " 'journeys'",
                    tenant.id())
                .getValues(0, String.class))
        .containsExactly("{\"change\":\"tenant_deleted\"}");
    everything(twinsAdmin).values().forEach(answer -> assertThat(answer).doesNotContain("problem"));
    // A service that starts now knows the same.
    try (TestService later = TestService.start(clickHouse.endpoint(), "alone: false")) {
      assertThat(new Client(later.baseUri(), admin.headers()).get("journeys").status())
          .isEqualTo(401);
      JsonNode listed = new Client(later.baseUri(), twinsAdmin.headers()).get("journeys").json(200);
      assertThat(listed.get("total").intValue()).isEqualTo(1);
    }
  }

  /** Whatever breaks off in the middle goes on at another instance. */
  @Test
  void goesOnWhereItWasBrokenOff() {
    delete(operator, confirmed()).json(202);
    Instant later = WorkedExample.NOW.plus(Duration.ofHours(1));
    Tenants tenants = new Tenants(clickHouse.dsl("test"), () -> later);
    TenantEraser broken =
        new TenantEraser(
            clickHouse,
            tenants,
            List.of(_ -> {
              throw new IllegalStateException("the power failed");
            }),
            Duration.ZERO,
            () -> later);
    assertThatThrownBy(broken::erase).hasMessage("the power failed");
    assertThat(rows(tenant)).doesNotContainKey("events").containsKey("rejected_events");
    setClocks(later);
    while (delete(operator, confirmed()).json(202).get("status").textValue().equals("removing")) {
      other.erase();
    }
    assertThat(rows(tenant)).containsOnlyKeys("catalogue_changes");
  }

  /**
   * How many rows each table has of a tenant, as far as it has any. What two services counted at
   * the same time, and ClickHouse has not merged yet, is one row.
   */
  private Map<String, Long> rows(TestTenant of) {
    Map<String, Long> rows = new TreeMap<>();
    database
        .fetch(
            """
            SELECT table, name FROM system.columns
            WHERE database = currentDatabase() AND name IN ('tenant', 'tenant_id') AND NOT endsWith(table, '_view')
            """)
        .forEach(column -> {
          String table = column.get(0, String.class);
          long number =
              database
                  .fetchSingle(
                      "SELECT toInt64(count()) FROM %s WHERE %s = '%s' SETTINGS final = 1"
                          .formatted(table, column.get(1, String.class), of.id()))
                  .get(0, Long.class);
          if (number > 0) {
            // Each service may fill them, once for itself.
            rows.put(table, table.startsWith("conversion") ? 1 : number);
          }
        });
    return rows;
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
