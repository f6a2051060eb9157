package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a tenant keeps its events: who says it, who sees it, and what becomes of old ones. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class RetentionIT {
  /** In New York the first day of the worked example is too old from here on, after thirty days. */
  private static final Instant MIDNIGHT = Instant.parse("2026-04-07T04:00:00Z");

  private static final Instant BEFORE = MIDNIGHT.minusMillis(500);

  private final ClickHouse store;
  private TestService running;
  private ServiceUnderTest service;
  private TestTenant tenant;
  private Client admin;
  private String journey = "";

  RetentionIT(ClickHouse store) {
    this.store = store;
  }

  @BeforeAll
  void start() {
    running = TestService.start(store.endpoint(), "limits: {erasureDelay: 1h}");
    service = new ServiceUnderTest.Own(running);
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @BeforeEach
  void fill() {
    service.setClock(BEFORE);
    tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
    admin = tenant.client("admin");
    journey = UUID.randomUUID().toString();
    admin
        .post("journeys", WorkedExample.journey().<ObjectNode>deepCopy().put("id", journey))
        .json(201);
    assertThat(admin.post("events", Json.array(events())).json(200).get("ignored_expired"))
        .hasToString("0");
  }

  private List<ObjectNode> events() {
    return WorkedExample.events().stream()
        .map(event -> event.has("journey_id") ? event.put("journey_id", journey) : event)
        .toList();
  }

  private String path() {
    return "tenants/" + tenant.id();
  }

  private Answer keep(String days) {
    return admin.patch(path(), "{\"retention_days\": %s}".formatted(days));
  }

  private JsonNode naive(Optional<Integer> days, Instant now) {
    NaiveRetention retention = NaiveRetention.forever(WorkedExample.ZONE).changed(days, now);
    NaiveJourney definition =
        NaiveJourney.read(WorkedExample.journey().<ObjectNode>deepCopy().put("id", journey));
    NaiveStatistics naive =
        new NaiveStatistics(
            definition, events().stream().map(NaiveEvent::read).toList(), retention, now);
    return Json.read(Json.write(naive.audience(naive.period("all", WorkedExample.ZONE))));
  }

  private JsonNode audience(Client client) {
    return client.get("journeys/" + journey + "/stats/audience").json(200);
  }

  @Test
  void isShownWhereItCutsThePeriod() {
    JsonNode all = admin.get(path()).json(200);
    assertThat(all.get("retention_days").isNull()).isTrue();
    assertThat(all.get("data_from").isNull()).isTrue();
    assertThat(audience(admin).get("period").has("data_from")).isFalse();

    JsonNode shown = keep("30").json(200);
    assertThat(shown.get("retention_days").intValue()).isEqualTo(30);
    assertThat(shown.get("data_from").textValue()).isEqualTo("2026-03-07T00:00:00-05:00");
    assertThat(admin.get(path()).json(200)).isEqualTo(shown);
    assertThat(TestTenant.operator(service).get(path()).json(200)).isEqualTo(shown);
    assertThat(admin.get("session").json(200).get("tenant")).isEqualTo(shown);
    String stats = "journeys/" + journey + "/stats/";
    for (String cut : List.of("period=all", "from=2026-03-06&to=2026-03-09", "period=all&tz=UTC")) {
      assertThat(admin.get(stats + "audience?" + cut).json(200).at("/period/data_from").textValue())
          .as(cut)
          .isEqualTo("2026-03-07T00:00:00-05:00");
    }
    for (String whole : List.of("period=30d", "from=2026-03-07&to=2026-03-09")) {
      assertThat(admin.get(stats + "health?" + whole).json(200).get("period").has("data_from"))
          .as(whole)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"29", "36501", "-1", "\"30\"", "30.5", "true", "[30]", "{}", "1e400"})
  void refusesOtherTimes(String days) {
    Problems.invalid(keep(days), "retention_days");
    assertThat(admin.get(path()).json(200).get("retention_days").isNull()).isTrue();
  }

  @Test
  void isSetByAdminsAndTheOperatorOnly() {
    for (String role : List.of("ingest", "read", "manage")) {
      Problems.problem(tenant.client(role).get(path()), 403);
      Problems.problem(tenant.client(role).patch(path(), "{\"retention_days\": 30}"), 403);
    }
    Client stranger = TestTenant.create(service, "UTC").client("admin");
    Problems.problem(stranger.get(path()), 404);
    Problems.problem(stranger.patch(path(), "{\"retention_days\": 30}"), 404);
    for (String more : List.of("\"name\": \"Mine\"", "\"limits\": {}", "\"time_zone\": \"UTC\"")) {
      Problems.problem(admin.patch(path(), "{\"retention_days\": 30, %s}".formatted(more)), 403);
    }
    assertThat(admin.get(path()).json(200).get("retention_days").isNull()).isTrue();
    TestTenant.operator(service).patch(path(), "{\"retention_days\": 36500}").json(200);
    keep("null").json(200);
    JsonNode changes = admin.get(path() + "/history").json(200).get("changes");
    assertThat(changes.findValuesAsText("days")).containsExactly("36500", "null");
    assertThat(changes.get(changes.size() - 1).get("by"))
        .isEqualTo(admin.get("session").json(200).get("key_id"));
  }

  /** Neither a remembered answer nor what a browser has hides that another day has begun. */
  @Test
  void nothingHidesThatADayIsTooOld() {
    keep("30").json(200);
    Client browser = admin.takingRemembered();
    JsonNode before = audience(browser);
    assertThat(before).isEqualTo(naive(Optional.of(30), BEFORE));
    HttpResponse<String> shown = ask("");
    assertThat(header(shown, "Cache-Control")).contains("max-age=0");
    String tag = header(shown, "ETag");
    assertThat(ask(tag).statusCode()).isEqualTo(304);

    service.setClock(MIDNIGHT);
    assertThat(audience(browser)).isEqualTo(naive(Optional.of(30), MIDNIGHT)).isNotEqualTo(before);
    assertThat(ask(tag).statusCode()).isEqualTo(200);
    service.setClock(BEFORE);
    assertThat(audience(browser)).isEqualTo(before);
  }

  private HttpResponse<String> ask(String tag) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            service.baseUri().resolve("journeys/" + journey + "/stats/audience"));
    request.header(admin.headers().getFirst(), admin.headers().getLast());
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void nobodyIsFoundByWhatIsTooOld() {
    String users = "journeys/" + journey + "/users?search=";
    assertThat(admin.get(users + "phone-a").json(200).get("users")).isNotEmpty();
    service.setClock(MIDNIGHT.plus(Duration.ofDays(1)));
    keep("30").json(200);
    assertThat(admin.get(users + "phone-a").json(200).get("users")).isEmpty();
    assertThat(admin.get(users + "ann").json(200).get("users")).isEmpty();
    assertThat(admin.get("journeys/" + journey + "/users.csv").body())
        .contains("dee")
        .doesNotContain("ann");
  }

  /**
   * Offsets of before 1972 were no quarter hours there, and rolled up is what is in a quarter hour.
   */
  @Test
  void aDayMayBeginWithinAQuarterHour() {
    TestTenant old = TestTenant.create(service, "Africa/Monrovia");
    Client oldAdmin = old.client("admin");
    oldAdmin
        .post("journeys", WorkedExample.journey().<ObjectNode>deepCopy().put("id", journey))
        .json(201);
    List<ObjectNode> entrances = new ArrayList<>();
    for (String time : List.of("00:30:00", "00:44:29.999", "00:44:30", "00:44:59", "00:45:00")) {
      entrances.add(
          Json.object()
              .put("event_id", time)
              .put("type", "entered")
              .put("time", "1971-07-04T%sZ".formatted(time))
              .put("journey_id", journey)
              .put("user_id", "user at " + time));
    }
    oldAdmin.post("events", Json.array(entrances)).json(200);
    running.awaitRollup();
    JsonNode shown = oldAdmin.patch("tenants/" + old.id(), "{\"retention_days\": 20001}").json(200);
    assertThat(shown.get("data_from").textValue()).startsWith("1971-07-04T00:00:00");
    assertThat(audience(oldAdmin).get("entrances").intValue()).isEqualTo(3);
    assertThat(audience(oldAdmin).get("in_journey_now").intValue()).isEqualTo(3);
    String health = "journeys/" + journey + "/stats/health?from=1971-07-04&to=1971-07-04";
    assertThat(oldAdmin.get(health).json(200).get("entrances").intValue()).isEqualTo(3);
    service.setClock(BEFORE.plus(Duration.ofHours(2)));
    running.erase();
    assertThat(audience(oldAdmin).get("entrances").intValue()).isEqualTo(3);
    assertThat(oldAdmin.get("journeys/" + journey + "/users").json(200).get("users")).hasSize(3);
  }

  @Test
  void eventsThatComeTooLateAreAcceptedAndNotStored() {
    service.setClock(MIDNIGHT);
    keep("30").json(200);
    long stored = stored();
    List<ObjectNode> late =
        events().stream()
            .map(event -> event.put("event_id", "late " + event.get("event_id")))
            .toList();
    JsonNode answer = admin.post("events", Json.array(late)).json(200);
    long old = late.stream().filter(event -> isOld(event.get("time").textValue())).count();
    assertThat(old).isBetween(1L, late.size() - 1L);
    assertThat(answer.get("accepted").intValue()).isEqualTo(late.size());
    assertThat(answer.get("ignored_expired").longValue()).isEqualTo(old);
    assertThat(stored()).isEqualTo(stored + late.size() - old);

    ObjectNode only = late.getFirst();
    assertThat(admin.post("events", only).json(200))
        .isEqualTo(
            Json.read(
                "{\"accepted\": 1, \"ignored_erased\": 0, \"ignored_expired\": 1, \"rejected\":"
                    + " []}"));
    assertThat(admin.post(ImportTarget.PATH, Json.write(only), ImportTarget.LINES).json(200))
        .isEqualTo(
            Json.read(
                "{\"accepted\": 1, \"ignored_erased\": 0, \"ignored_expired\": 1,"
                    + " \"rejected_count\": 0, \"rejected\": []}"));
    only.put("type", "teleported");
    Problems.rejected(admin.post("events", only), "type");
  }

  private static boolean isOld(String time) {
    return Instant.parse(time).isBefore(Instant.parse("2026-03-08T05:00:00Z"));
  }

  private long stored() {
    return store
        .dsl()
        .fetchSingle("SELECT toInt64(count()) FROM events WHERE tenant_id = ?", tenant.id())
        .get(0, Long.class);
  }

  @Test
  void whatIsGoneDoesNotComeBack() {
    service.setClock(MIDNIGHT);
    keep("30").json(200);
    JsonNode cut = keep("null").json(200);
    assertThat(cut.get("retention_days").isNull()).isTrue();
    assertThat(cut.get("data_from").textValue()).isEqualTo("2026-03-08T00:00:00-05:00");
    assertThat(audience(admin)).isEqualTo(naive(Optional.of(30), MIDNIGHT));
    assertThat(keep("36500").json(200).get("data_from")).isEqualTo(cut.get("data_from"));
    TestTenant.operator(service).patch(path(), "{\"time_zone\": \"Asia/Tokyo\"}").json(200);
    assertThat(admin.get(path()).json(200).get("data_from").textValue())
        .isEqualTo("2026-03-08T14:00:00+09:00");
    assertThat(audience(admin).get("entrances"))
        .isEqualTo(naive(Optional.of(30), MIDNIGHT).get("entrances"));
  }

  @Test
  void filesThatReachFurtherBackGo() {
    String all = export(Json.object());
    String kept = export(Json.object().put("from", "2026-03-08").put("to", "2026-03-09"));
    keep("30").json(200);
    String sinceKept = export(Json.object());
    Problems.problem(admin.get(all + "/file"), 404);
    assertThat(admin.get(all).json(200).get("error").textValue()).contains("no longer kept");
    assertThat(admin.get(sinceKept + "/file").status()).isEqualTo(200);
    service.setClock(MIDNIGHT);
    Problems.problem(admin.get(sinceKept + "/file"), 404);
    assertThat(admin.get(kept + "/file").status()).isEqualTo(200);
    assertThat(admin.get(export(Json.object()) + "/file").status()).isEqualTo(200);
  }

  /** Makes a file, and tells where it is. */
  private String export(ObjectNode period) {
    ObjectNode question = period.put("kind", "users").put("journey_id", journey);
    JsonNode job = CampaignFile.finished(admin, admin.post("exports", question).json(202));
    return "exports/" + job.get("id").textValue();
  }

  @Test
  void itsBytesGoFromTheDiskDayByDay() {
    keep("30").json(200);
    long all = stored();
    service.setClock(MIDNIGHT.plus(Duration.ofMinutes(59)));
    running.erase();
    assertThat(stored()).as("not before its time").isEqualTo(all);
    service.setClock(MIDNIGHT.plus(Duration.ofMinutes(60)));
    running.erase();
    long left =
        WorkedExample.events().stream()
            .filter(event -> !isOld(event.get("time").textValue()))
            .map(event -> event.get("event_id").textValue() + event.get("time").textValue())
            .distinct()
            .count();
    assertThat(stored()).isEqualTo(left).isBetween(1L, all - 1);
    assertThat(audience(admin)).isEqualTo(naive(Optional.of(30), MIDNIGHT));
    service.setClock(MIDNIGHT.plus(Duration.ofDays(10)));
    running.erase();
    assertThat(stored()).isZero();
  }
}
