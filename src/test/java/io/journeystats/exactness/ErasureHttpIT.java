package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the erasure of a user does beside the numbers, and what is handed out of a person. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ErasureHttpIT {
  private static final byte[] NOTHING = {};

  private static final List<String> TABLES =
      List.of(
          "events",
          "user_states",
          "user_entrances",
          "device_users",
          "user_presence",
          "rejected_events");

  private final ClickHouse clickHouse;
  private TestService running;
  private TestService other;
  private ServiceUnderTest service;
  private TestTenant tenant;
  private Client admin;
  private String journey = "";

  ErasureHttpIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @BeforeAll
  void start(ClickHouseEndpoint endpoint) {
    String settings = "alone: false\nerasure: {removal: 30s}";
    running = TestService.start(endpoint, settings);
    other = TestService.start(endpoint, settings);
    service = new ServiceUnderTest.Own(running);
    // By default the store deletes the files of parts that were replaced every few minutes.
    List<String> tables = new ArrayList<>(TABLES);
    tables.addAll(List.of("users_being_erased", "export_jobs"));
    for (String table : tables) {
      clickHouse
          .dsl()
          .execute(
              "ALTER TABLE %s MODIFY SETTING cleanup_delay_period = 1, max_cleanup_delay_period = 1"
                  .formatted(table));
    }
  }

  @AfterAll
  void stop() {
    running.close();
    other.close();
  }

  @BeforeEach
  void createTheExample() {
    setClock(WorkedExample.NOW);
    tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
    admin = tenant.client("admin");
    journey = WorkedExample.journey().get("id").textValue();
    admin.post("journeys", WorkedExample.journey()).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
  }

  private void setClock(Instant now) {
    service.setClock(now);
    other.setClock(now);
  }

  private static JsonNode erase(Client client, String user) {
    return client.send("DELETE", "users?user_id=" + Client.encode(user), NOTHING).json(202);
  }

  private Client elsewhere(Client client) {
    return new Client(other.baseUri(), client.headers());
  }

  private List<JsonNode> exported(String user) {
    Answer answer = admin.get("users/export?user_id=" + Client.encode(user));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/x-ndjson");
    return answer.body().lines().map(Json::read).collect(Collectors.toList());
  }

  @Test
  void aPersonIsHandedOutAsTheEventsThatWereSentOnceEach() {
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    ObjectNode entered = exportedAs("ann").getFirst().deepCopy();
    List<ObjectNode> judged =
        List.of(
            entered.deepCopy().put("event_id", "1").put("machine", false).put("arm", "b\"'"),
            entered.deepCopy().put("event_id", "2").put("machine", true).put("user_agent", "\\/"));
    admin.post("events", Json.array(judged)).json(200);
    Set<NaiveEvent> sent =
        Stream.concat(exportedAs("ann").stream(), judged.stream())
            .map(event -> NaiveEvent.read(withoutHashes(event)))
            .collect(Collectors.toSet());
    List<JsonNode> shown = exported("ann");
    assertThat(shown)
        .allSatisfy(event -> assertThat(event.get("event_id").textValue()).matches("[0-9a-f]{16}"))
        .isSortedAccordingTo(Comparator.comparing(event -> event.get("time").textValue()));
    assertThat(shown.stream().map(event -> NaiveEvent.read(withoutHashes(event))))
        .containsExactlyInAnyOrderElementsOf(sent);
    assertThat(exported("nobody")).isEmpty();
  }

  /** What is stored as a hash only tells the same from another. */
  private static JsonNode withoutHashes(JsonNode event) {
    ObjectNode copy = event.deepCopy();
    copy.put("event_id", "").remove("message_id");
    return copy;
  }

  @Test
  void whatBreaksARuleIsRefusedByName() {
    for (Client client : List.of(tenant.client("read"), tenant.client("ingest"))) {
      Problems.problem(client.send("DELETE", "users?user_id=ann", NOTHING), 403);
      Problems.problem(client.get("users/export?user_id=ann"), 403);
    }
    for (String query : List.of("", "?user_id=", "?user_id=" + "x".repeat(257))) {
      for (Answer answer :
          List.of(
              admin.send("DELETE", "users" + query, NOTHING), admin.get("users/export" + query))) {
        assertThat(Problems.problem(answer, 422).at("/errors/0/field").textValue())
            .isEqualTo("user_id");
      }
    }
    Problems.problem(admin.get("erasures/nonsense"), 404);
    String id = erase(admin, "ann").get("id").textValue();
    Problems.problem(TestTenant.create(service, "UTC").client("admin").get("erasures/" + id), 404);
  }

  @Test
  void standsInTheHistoryWithoutTheUser() {
    Client manager = tenant.client("manage");
    setClock(WorkedExample.NOW.plusSeconds(1));
    String id = erase(manager, "ann").get("id").textValue();
    Answer history = admin.get("tenants/" + tenant.id() + "/history");
    JsonNode changes = history.json(200).get("changes");
    JsonNode last = changes.get(changes.size() - 1);
    assertThat(last.get("change").textValue()).isEqualTo("user_erased");
    assertThat(last.get("erasure_id").textValue()).isEqualTo(id);
    assertThat(history.body()).doesNotContain("ann");
  }

  @Test
  void laterArrivalsAreCountedAndNotStoredAndRefusedOnesNotKept() {
    erase(admin, "ann");
    JsonNode again = elsewhere(admin).post("events", Json.array(WorkedExample.events())).json(200);
    int ofAnn = exportedAs("ann").size();
    assertThat(again.get("accepted").intValue()).isEqualTo(WorkedExample.events().size());
    assertThat(again.get("ignored_erased").intValue()).isEqualTo(ofAnn);
    String lines = exportedAs("ann").stream().map(Json::write).collect(Collectors.joining("\n"));
    JsonNode imported = admin.post("events/import", lines, "application/x-ndjson").json(200);
    assertThat(imported.get("ignored_erased").intValue()).isEqualTo(ofAnn);
    assertThat(exported("ann")).isEmpty();
    ObjectNode wrong = exportedAs("ann").getFirst().deepCopy().put("type", "teleported");
    admin.post("events", wrong).json(422);
    assertThat(admin.get("events/rejected").json(200).get("rejected")).isEmpty();
    ObjectNode late = exportedAs("ann").getFirst().deepCopy();
    late.put("event_id", "later").put("time", WorkedExample.NOW.toString());
    assertThat(admin.post("events", late).json(200).get("ignored_erased").intValue()).isZero();
    assertThat(exported("ann")).hasSize(1);
    setClock(WorkedExample.NOW.plusSeconds(1));
    erase(elsewhere(admin), "ann");
    assertThat(exported("ann")).isEmpty();
  }

  private static List<ObjectNode> exportedAs(String user) {
    return WorkedExample.events().stream()
        .filter(event -> event.get("user_id").textValue().equals(user))
        .toList();
  }

  @Test
  void refusedEventsOfTheUserGoAlsoThoseThatNobodyCanRead() {
    String tooLong = "x".repeat(2_000);
    for (String user : List.of("ann", "annabel")) {
      ObjectNode wrong = exportedAs("ann").getFirst().deepCopy().put("type", "teleported");
      admin.post("events", wrong.put("user_id", user)).json(422);
      ObjectNode cut = Json.object().put("reason", tooLong).put("user_id", user);
      admin.post("events", cut.put("type", "entered")).json(422);
      admin
          .post(
              "events/import",
              "event_id,type,time,user_id\nx,teleported,2026-03-07T15:00:00Z,%s\n".formatted(user),
              ImportTarget.CSV)
          .json(422);
    }
    assertThat(admin.get("events/rejected").json(200).get("rejected")).hasSize(6);
    erase(admin, "ann");
    assertThat(admin.get("events/rejected").json(200).get("rejected")).hasSize(3);
    assertThat(admin.get("events/rejected").body()).doesNotContain("\\\"ann\\\"", ",ann\"");
  }

  @Test
  void filesAreRemovedAndSayWhy() {
    ObjectNode question = Json.object().put("kind", "users").put("journey_id", journey);
    JsonNode job = CampaignFile.finished(admin, admin.post("exports", question).json(202));
    String path = "exports/" + job.get("id").textValue();
    assertThat(admin.get(path + "/file").body()).contains("ann");
    erase(elsewhere(admin), "ann");
    JsonNode gone = Problems.problem(admin.get(path + "/file"), 410);
    assertThat(gone.get("detail").textValue()).contains("erased");
    assertThat(admin.get(path).json(200).get("status").textValue()).isEqualTo("expired");
    assertThat(CampaignFile.download(admin, question)).doesNotContain("ann").contains("bob");
  }

  @Test
  void rememberedAnswersEndOnEveryInstance() {
    String path = "journeys/" + journey + "/stats/audience?period=all";
    List<Client> readers = List.of(admin.takingRemembered(), elsewhere(admin).takingRemembered());
    JsonNode before = readers.getFirst().get(path).json(200);
    for (Client reader : readers) {
      assertThat(reader.get(path).json(200)).isEqualTo(before);
    }
    erase(admin, "ann");
    JsonNode fresh = admin.get(path).json(200);
    assertThat(fresh).isNotEqualTo(before);
    for (Client reader : readers) {
      assertThat(reader.get(path).json(200)).isEqualTo(fresh);
    }
  }

  @Test
  void theBytesGoAndTheErasureSaysWhen() {
    String id = erase(admin, "ann").get("id").textValue();
    assertThat(admin.get("erasures/" + id).json(200).get("removed_at").isNull()).isTrue();
    setClock(WorkedExample.NOW.plus(Duration.ofHours(7)));
    JsonNode erasure =
        Waiting.until(
            () -> admin.get("erasures/" + id).json(200),
            found -> found.get("status").textValue().equals("removed"));
    assertThat(erasure.get("removed_at").isNull()).isFalse();
    for (String table : TABLES) {
      assertThat(
              clickHouse
                  .dsl()
                  .fetchSingle(
                      "SELECT count() FROM %s WHERE tenant_id = '%s' AND user_id = 'ann' SETTINGS apply_deleted_mask = 0, apply_patch_parts = 0"
                          .formatted(table, tenant.id()))
                  .get(0, Long.class))
          .as(table)
          .isZero();
    }
    assertThat(clickHouse.dsl().fetchCount(clickHouse.dsl().selectFrom("users_being_erased")))
        .isZero();
  }

  /** A tenth of the users is erased, and a tenth of the rows and of the bytes comes back. */
  @Test
  void theSpaceComesBack() throws ExecutionException, InterruptedException {
    int users = 300;
    int eventsOfUser = 40;
    Random random = new Random(1);
    List<String> ids =
        Stream.generate(() -> HexFormat.of().toHexDigits(random.nextLong())).limit(users).toList();
    StringBuilder lines = new StringBuilder();
    for (String id : ids) {
      for (int event = 0; event < eventsOfUser; event++) {
        ObjectNode entered =
            Json.object()
                .put("event_id", id + event)
                .put("type", "entered")
                .put("journey_id", journey)
                .put("user_id", id)
                .put("time", WorkedExample.NOW.minusSeconds(random.nextInt(500_000)).toString());
        lines.append(Json.write(entered)).append('\n');
      }
    }
    admin.post("events", lines.toString(), "application/x-ndjson").json(200);
    service.awaitRollup();
    TABLES.forEach(table -> clickHouse.dsl().execute("OPTIMIZE TABLE " + table + " FINAL"));
    long rows = rowsOnDisk();
    long bytes = bytesOnDisk();
    List<String> erased = ids.subList(0, users / 10);
    List<Future<String>> erasures = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      erased.forEach(
          user -> erasures.add(threads.submit(() -> erase(admin, user).get("id").textValue())));
    }
    String last = erasures.getLast().get();
    setClock(WorkedExample.NOW.plus(Duration.ofHours(7)));
    Waiting.until(
        () -> admin.get("erasures/" + last).json(200),
        found -> found.get("status").textValue().equals("removed"));
    TABLES.forEach(table -> clickHouse.dsl().execute("OPTIMIZE TABLE " + table + " FINAL"));
    assertThat(rows - rowsOnDisk()).isEqualTo((long) erased.size() * eventsOfUser);
    assertThat((double) bytesOnDisk() / bytes).as("of %d bytes", bytes).isLessThan(0.95);
  }

  /** The tenant's events, also those behind masks. */
  private long rowsOnDisk() {
    return clickHouse
        .dsl()
        .fetchSingle(
            "SELECT toInt64(count()) FROM events WHERE tenant_id = '%s' SETTINGS apply_deleted_mask = 0, apply_patch_parts = 0"
                .formatted(tenant.id()))
        .get(0, Long.class);
  }

  /** Almost all of them are of this test's tenant. */
  private long bytesOnDisk() {
    return clickHouse
        .dsl()
        .fetchSingle(
            "SELECT toInt64(sum(bytes_on_disk)) FROM system.parts WHERE active AND database ="
                + " currentDatabase() AND table IN ('%s')".formatted(String.join("', '", TABLES)))
        .get(0, Long.class);
  }
}
