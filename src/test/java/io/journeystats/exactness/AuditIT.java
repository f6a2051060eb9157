package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.Cable;
import io.journeystats.testing.ServiceProcess;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed in, was refused, or read files and lists of users, is in the history. */
@Timeout(120)
class AuditIT {
  private static final String BOUNDS = "audit: {entriesOfTenant: 40, openOfTenant: 3}\n";
  private static final String SETTINGS =
      BOUNDS + "proxy: {trusted: '127.0.0.0/8'}\nkeys: {failedAttempts: 7, within: 1h}";

  private ClickHouseEndpoint database = TestClickHouse.freshDatabase();
  private final List<TestService> started = new ArrayList<>();
  private Instant now = WorkedExample.NOW;

  @AfterEach
  void stop() {
    started.forEach(TestService::close);
  }

  private ServiceUnderTest start(String settings) {
    TestService running = TestService.start(database, settings);
    started.add(running);
    ServiceUnderTest service = new ServiceUnderTest.Own(running);
    service.setClock(now);
    return service;
  }

  private void pass(Duration time) {
    now = now.plus(time);
    started.getLast().setClock(now);
  }

  /** A tenant's admin, whose key has a name, with the worked example. */
  private record Shop(
      ServiceUnderTest service, String id, Client admin, String key, String secret) {
    static Shop open(ServiceUnderTest service) {
      TestTenant tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
      JsonNode issued =
          TestTenant.operator(service)
              .post(
                  "tenants/" + tenant.id() + "/keys",
                  Json.object().put("role", "admin").put("name", "The boss"))
              .json(201);
      String secret = issued.get("key").textValue();
      Client admin = Client.withKey(service.baseUri(), secret);
      admin.post("journeys", WorkedExample.journey()).json(201);
      admin.post("events", Json.array(WorkedExample.events())).json(200);
      return new Shop(service, tenant.id(), admin, issued.get("id").textValue(), secret);
    }

    String history(String query) {
      return "tenants/" + id + "/history?" + query;
    }

    List<JsonNode> entries(String query) {
      return AuditIT.entries(admin.get(history(query)).json(200));
    }

    Answer signIn() {
      return new Client(service.baseUri(), List.of())
          .post("session", Json.object().put("key", secret));
    }
  }

  private static List<JsonNode> entries(JsonNode history) {
    return StreamSupport.stream(history.get("changes").spliterator(), false).toList();
  }

  private static String journey() {
    return WorkedExample.journey().get("id").textValue();
  }

  private static long sum(List<JsonNode> entries) {
    return entries.stream().mapToLong(entry -> entry.at("/access/count").longValue()).sum();
  }

  /** However often and in whatever way a key asks for what it may not, it is one entry an hour. */
  @Test
  void whatAKeysRoleDoesNotAllowIsNotedAndSummedUp() {
    ServiceUnderTest service = start("proxy: {trusted: '127.0.0.0/8'}");
    Shop shop = Shop.open(service);
    JsonNode issued =
        shop.admin()
            .post(
                "tenants/" + shop.id() + "/keys",
                Json.object().put("role", "read").put("name", "A wall screen"))
            .json(201);
    Client reader = Client.withKey(service.baseUri(), issued.get("key").textValue());
    for (int i = 0; i < 5; i++) {
      Problems.problem(
          reader.send(
              "DELETE", "users?user_id=ann" + i, new byte[0], "X-Forwarded-For", "203.0.113.7"),
          403);
    }
    Problems.problem(
        reader.send(
            "DELETE", "journeys/" + journey(), new byte[0], "X-Forwarded-For", "203.0.113.7"),
        403);
    // No refusal of a key: it is not there, or not theirs.
    Problems.problem(reader.get("journeys/" + new UUID(1, 2) + "/stats/audience"), 404);
    List<JsonNode> refused = shop.entries("kind=request_refused");
    assertThat(refused)
        .extracting(entry ->
            entry.at("/access/operation").textValue() + " " + entry.at("/access/count").intValue())
        .containsExactlyInAnyOrder("eraseUser 5", "deleteJourney 1");
    assertThat(refused)
        .allSatisfy(entry -> {
          assertThat(entry.get("by").textValue()).isEqualTo(issued.get("id").textValue());
          assertThat(entry.get("role").textValue()).isEqualTo("read");
          assertThat(entry.at("/access/key_name").textValue()).isEqualTo("A wall screen");
          assertThat(entry.at("/access/address").textValue()).isEqualTo("203.0.113.7");
          assertThat(entry.get("journey_id").isNull()).isTrue();
        });
    assertThat(shop.entries("kind=key_refused")).isEmpty();
    assertThat(shop.admin().get(shop.history("")).body()).doesNotContain("ann0");

    Client operator = TestTenant.operator(service);
    Problems.problem(operator.get("journeys"), 403);
    List<JsonNode> ofOperator = entries(operator.get("history?kind=request_refused").json(200));
    assertThat(ofOperator).hasSize(1);
    assertThat(ofOperator.getFirst().get("by").textValue()).isEqualTo("operator");
    assertThat(ofOperator.getFirst().at("/access/operation").textValue()).isEqualTo("listJourneys");
  }

  /** Every operation that shows users or answers with a file, as the document has them. */
  @Test
  void everyFileAndEveryListOfUsersThatIsReadIsNoted() {
    Shop shop = Shop.open(start(""));
    JsonNode export =
        CampaignFile.finished(
            shop.admin(),
            shop.admin()
                .post("exports", Json.object().put("kind", "users").put("journey_id", journey()))
                .json(202));
    Map<String, String> ids =
        Map.of(
            "journey", journey(),
            "goal", "bought",
            "channel", "push",
            "step", "hello",
            "export", export.get("id").textValue());
    TreeSet<String> asked = new TreeSet<>();
    for (Contract.Operation operation : Contract.of(shop.service()).operations()) {
      JsonNode answer = operation.json().at("/responses/200/content");
      boolean isFile = answer.has("text/csv") || answer.has("application/x-ndjson");
      boolean isList =
          operation
              .path()
              .matches(
                  "/journeys/\\{journey}(/stats)?/users|/journeys/\\{journey}/timeline|/users/journeys");
      if (operation.method().equals("GET") && (isFile || isList)) {
        asked.add((isFile ? "file_downloaded " : "users_listed ") + operation.id());
        Answer read = shop.admin().get(operation.at(ids) + "?" + operation.query());
        assertThat(read.status()).as("%s", read).isEqualTo(200);
      }
    }
    assertThat(asked).hasSizeGreaterThan(8);
    List<JsonNode> noted = new ArrayList<>(shop.entries("kind=file_downloaded"));
    noted.addAll(shop.entries("kind=users_listed"));
    assertThat(noted)
        .extracting(entry ->
            entry.get("change").textValue() + " " + entry.at("/access/operation").textValue())
        .containsExactlyInAnyOrderElementsOf(asked);
    assertThat(noted)
        .allSatisfy(entry -> {
          assertThat(entry.get("by").textValue()).isEqualTo(shop.key());
          assertThat(entry.at("/access/key_name").textValue()).isEqualTo("The boss");
          assertThat(entry.get("role").textValue()).isEqualTo("admin");
          assertThat(Instant.parse(entry.get("at").textValue())).isEqualTo(WorkedExample.NOW);
          assertThat(entry.at("/access/count").longValue()).isEqualTo(1);
          assertThat(entry.at("/access/completed").longValue()).isEqualTo(1);
          assertThat(entry.at("/access/bytes").longValue()).isPositive();
        });
    assertThat(noted)
        .filteredOn(entry -> entry.get("journey_id").isTextual())
        .hasSizeGreaterThan(8)
        .allSatisfy(entry -> assertThat(entry.get("journey_id").textValue()).isEqualTo(journey()));
    JsonNode file =
        noted.stream()
            .filter(entry -> entry.at("/access/operation").textValue().equals("getExportFile"))
            .findAny()
            .orElseThrow();
    assertThat(file.at("/access/export_id").textValue()).isEqualTo(ids.get("export"));
    assertThat(file.at("/access/export_kind").textValue()).isEqualTo("users");
    assertThat(noted)
        .filteredOn(entry -> entry.at("/access/step_id").isTextual())
        .allSatisfy(entry -> {
          assertThat(entry.at("/access/step_id").textValue()).isEqualTo("hello");
          assertThat(entry.at("/access/channel").textValue()).isEqualTo("push");
        })
        .hasSizeGreaterThan(1);
  }

  @Test
  void signInsAndSignOutsAreNoted() {
    Shop shop = Shop.open(start(""));
    String cookie = "";
    for (int time = 0; time < 3; time++) {
      cookie = setCookie(shop);
    }
    Client browser =
        new Client(shop.service().baseUri(), List.of("Cookie", cookie.replaceFirst(";.*", "")));
    assertThat(browser.send("DELETE", "session", new byte[0]).status()).isEqualTo(204);
    // It is over already.
    assertThat(browser.send("DELETE", "session", new byte[0]).status()).isEqualTo(204);
    assertThat(browser.get("journeys").status()).isEqualTo(401);
    for (String kind : List.of("signed_in", "signed_out")) {
      List<JsonNode> noted = shop.entries("kind=" + kind);
      assertThat(noted).hasSize(1);
      JsonNode entry = noted.getFirst();
      assertThat(entry.get("by").textValue()).isEqualTo(shop.key());
      assertThat(entry.at("/access/address").textValue()).isEqualTo("127.0.0.1");
      assertThat(entry.at("/access/count").intValue()).isEqualTo(kind.equals("signed_in") ? 3 : 1);
    }
    assertThat(shop.entries("kind=key_refused")).isEmpty();
  }

  private static String setCookie(Shop shop) {
    URI session = shop.service().baseUri().resolve("session");
    String body = Json.write(Json.object().put("key", shop.secret()));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), session.getPort())) {
      String request =
          "POST %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
                  .formatted(session.getPath())
              + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int start = answer.indexOf("Set-Cookie: ") + 12;
      return answer.substring(start, answer.indexOf("\r\n", start));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void whatIsAlikeWithinAMinuteIsOneEntry() {
    Shop shop = Shop.open(start(""));
    Client browser = shop.admin().takingRemembered();
    String list = "journeys/" + journey() + "/users";
    for (int second = 0; second < 50; second += 10) {
      assertThat(browser.get(list + "?search=u" + second).status()).isEqualTo(200);
      // What the browser has already is read once more.
      assertThat(browser.send("GET", list, new byte[0], "If-None-Match", "*").status())
          .isEqualTo(304);
      // That shows nothing, and these neither.
      assertThat(browser.send("HEAD", list, new byte[0]).status()).isEqualTo(200);
      assertThat(browser.get(list + "?limit=0").status()).isEqualTo(422);
      assertThat(browser.get(list.replace("/users", "0/users")).status()).isEqualTo(404);
      shop.entries("kind=users_listed");
      pass(Duration.ofSeconds(10));
    }
    List<JsonNode> noted = shop.entries("kind=users_listed");
    assertThat(noted).hasSize(1);
    JsonNode entry = noted.getFirst();
    assertThat(entry.at("/access/count").intValue()).isEqualTo(10);
    assertThat(Instant.parse(entry.get("at").textValue())).isEqualTo(WorkedExample.NOW);
    assertThat(Instant.parse(entry.at("/access/last_at").textValue()))
        .isEqualTo(WorkedExample.NOW.plusSeconds(40));
    assertThat(browser.get("journeys/" + journey() + "/stats/users?metric=entrances").status())
        .isEqualTo(200);
    pass(Duration.ofSeconds(10));
    browser.get(list).json(200);
    assertThat(shop.entries("kind=users_listed"))
        .extracting(other -> other.at("/access/count").intValue())
        .containsExactly(10, 1, 1);
  }

  @Test
  void aRevokedKeyIsNotedInTheHistoryOfItsTenantAndAnUnknownOneInTheOperators() {
    Shop shop = Shop.open(start(SETTINGS));
    Client operator = TestTenant.operator(shop.service());
    JsonNode issued =
        shop.admin()
            .post(
                "tenants/" + shop.id() + "/keys",
                Json.object().put("role", "read").put("name", "Left the firm"))
            .json(201);
    String key = issued.get("id").textValue();
    assertThat(
            shop.admin()
                .send("DELETE", "tenants/" + shop.id() + "/keys/" + key, new byte[0])
                .status())
        .isEqualTo(204);
    Client revoked = Client.withKey(shop.service().baseUri(), issued.get("key").textValue());
    Client unknown = Client.withKey(shop.service().baseUri(), "jsk_" + "x".repeat(43));
    for (int attempt = 0; attempt < 4; attempt++) {
      from(revoked, "203.0.113.7");
      from(unknown, "203.0.113.8");
    }
    // Refused for their number, and noted all the same.
    for (int attempt = 0; attempt < 10; attempt++) {
      from(unknown, "203.0.113.8");
    }
    from(unknown, "2001:db8:1:2::7");
    from(unknown, "2001:db8:1:2:3::8");
    JsonNode session = Json.object().put("key", "jsk_wrong");
    unknown.send(
        "POST",
        "session",
        Utf8.bytes(Json.write(session)),
        "Content-Type",
        "application/json",
        "X-Forwarded-For",
        "203.0.113.8");
    // Not of the role, but known.
    assertThat(shop.admin().get("tenants").status()).isEqualTo(403);

    List<JsonNode> own = shop.entries("kind=key_refused");
    assertThat(own).hasSize(1);
    assertThat(own.getFirst().get("by").textValue()).isEqualTo(key);
    assertThat(own.getFirst().at("/access/key_name").textValue()).isEqualTo("Left the firm");
    assertThat(own.getFirst().at("/access/address").textValue()).isEqualTo("203.0.113.7");
    assertThat(own.getFirst().at("/access/count").intValue()).isEqualTo(4);

    JsonNode history = operator.get("history").json(200);
    assertThat(entries(history))
        .extracting(entry ->
            entry.at("/access/address").textValue() + " " + entry.at("/access/count").intValue())
        .containsExactlyInAnyOrder("203.0.113.8 15", "2001:db8:1:2::/64 2");
    assertThat(entries(history))
        .allSatisfy(entry -> {
          assertThat(entry.get("by").textValue()).isEqualTo("unknown");
          assertThat(entry.get("change").textValue()).isEqualTo("key_refused");
        });
    assertThat(entries(operator.get("history?kind=key_refused").json(200))).hasSize(2);
    assertThat(entries(operator.get("history?kind=signed_in").json(200))).isEmpty();
    assertThat(entries(operator.get("history?kind=tenant_created").json(200))).isEmpty();
    Problems.problem(shop.admin().get("history"), 403);
    assertThat(shop.admin().get(shop.history("")).body() + history)
        .doesNotContain("jsk_", issued.get("key").textValue());
  }

  private static void from(Client client, String address) {
    assertThat(client.send("GET", "journeys", new byte[0], "X-Forwarded-For", address).status())
        .isIn(401, 429);
  }

  /** However many addresses an attacker has. */
  @Test
  void refusalsFromManyAddressesAreSummedUp() {
    ServiceUnderTest service = start(SETTINGS);
    Client operator = TestTenant.operator(service);
    Client unknown = Client.withKey(service.baseUri(), "jsk_" + "x".repeat(43));
    for (int address = 0; address < 100; address++) {
      from(unknown, "198.51.100." + address);
    }
    List<JsonNode> noted = entries(operator.get("history").json(200));
    assertThat(noted).hasSize(4);
    assertThat(sum(noted)).isEqualTo(100);
    assertThat(noted)
        .extracting(entry -> entry.at("/access/address").textValue())
        .containsExactlyInAnyOrder("198.51.100.0", "198.51.100.1", "198.51.100.2", null);
    // They are open for an hour.
    pass(Duration.ofMinutes(61));
    operator.get("history").json(200);
    from(unknown, "198.51.100.77");
    JsonNode latest = entries(operator.get("history?sort=-at").json(200)).getFirst();
    assertThat(latest.at("/access/address").textValue()).isEqualTo("198.51.100.77");
  }

  @Test
  void theOldestEntriesMakeRoomForNewOnesAndTheirNumberStays() {
    Shop shop = Shop.open(start(BOUNDS));
    int times = 60;
    for (int time = 0; time < times; time++) {
      assertThat(shop.signIn().status()).isEqualTo(200);
      shop.entries("kind=signed_in&limit=1");
      pass(Duration.ofSeconds(61));
    }
    JsonNode history = shop.admin().get(shop.history("kind=signed_in&limit=1000")).json(200);
    List<JsonNode> kept = entries(history);
    // As far as a part of the bound can be added before they are counted.
    assertThat(kept).hasSizeBetween(30, 42);
    assertThat(history.get("removed").intValue()).isEqualTo(times - kept.size());
    assertThat(Instant.parse(kept.getLast().get("at").textValue()))
        .isEqualTo(WorkedExample.NOW.plusSeconds(61L * (times - 1)));
    // Changes stay.
    assertThat(shop.entries("kind=key_issued")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"at", "-at"})
  void aHistoryIsReadInPages(String sort) {
    Shop shop = Shop.open(start(""));
    for (int time = 0; time < 4; time++) {
      // Several entries at the same time, too.
      shop.signIn();
      shop.admin().get("journeys/" + journey() + "/users").json(200);
      shop.admin()
          .post("tenants/" + shop.id() + "/keys", Json.object().put("role", "read"))
          .json(201);
      shop.entries("limit=1");
      pass(Duration.ofSeconds(61));
    }
    Comparator<JsonNode> byTime = Comparator.comparing(entry -> entry.get("at").textValue());
    List<JsonNode> all = shop.entries("limit=1000&sort=" + sort);
    assertThat(all)
        .hasSize(2 + 3 * 4)
        .isSortedAccordingTo(sort.equals("at") ? byTime : byTime.reversed());
    for (String filter : List.of("", "&kind=users_listed", "&kind=key_issued", "&by=operator")) {
      for (int limit : new int[] {1, 3}) {
        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
          JsonNode page =
              shop.admin()
                  .get(shop.history("limit=" + limit + "&sort=" + sort + filter + cursor))
                  .json(200);
          assertThat(page.get("changes").size()).isLessThanOrEqualTo(limit);
          paged.addAll(entries(page));
          String next = page.get("next_cursor").textValue();
          cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(paged).isEqualTo(shop.entries("limit=1000&sort=" + sort + filter));
      }
    }
    assertThat(shop.entries("by=operator"))
        .extracting(entry -> entry.get("change").textValue())
        .contains("tenant_created", "key_issued")
        .doesNotContain("signed_in");
    assertThat(shop.entries("by=" + shop.key() + "&limit=1000")).hasSize(3 * 4);
    assertThat(shop.entries("by=nobody")).isEmpty();
    assertThat(shop.entries("kind=journey_deleted")).isEmpty();
    Problems.invalid(shop.admin().get(shop.history("kind=nonsense")), "kind");
    Problems.invalid(shop.admin().get(shop.history("sort=by")), "sort");
    Problems.invalid(shop.admin().get(shop.history("cursor=x")), "cursor");
  }

  @Test
  void aDownloadThatBreaksOffIsNotComplete() throws IOException, InterruptedException {
    Shop shop = Shop.open(start(""));
    List<ObjectNode> events = new ArrayList<>();
    ObjectNode entered =
        WorkedExample.events().stream()
            .filter(event -> event.get("type").textValue().equals("entered"))
            .findFirst()
            .orElseThrow();
    // More than fits into the buffers of the connection.
    for (int user = 0; user < 50_000; user++) {
      ObjectNode event = entered.deepCopy();
      events.add(event.put("event_id", "e" + user).put("user_id", "u".repeat(200) + user));
    }
    shop.admin().post("events", Json.array(events)).json(200);
    URI file = shop.service().baseUri().resolve("journeys/" + journey() + "/users.csv");
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(file.getHost(), file.getPort()));
      String request =
          "GET %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(file.getPath(), shop.secret());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(10_000)).hasSize(10_000);
      // It is noted while it is still under way.
      assertThat(shop.entries("kind=file_downloaded")).hasSize(1);
      socket.setSoLinger(true, 0);
    }
    JsonNode entry = shop.entries("kind=file_downloaded").getFirst();
    while (entry.at("/access/bytes").longValue() == 0) {
      TimeUnit.MILLISECONDS.sleep(20);
      entry = shop.entries("kind=file_downloaded").getFirst();
    }
    assertThat(entry.at("/access/count").intValue()).isEqualTo(1);
    assertThat(entry.at("/access/completed").intValue()).isZero();
    shop.admin().get("journeys/" + journey() + "/users.csv");
    JsonNode both = shop.entries("kind=file_downloaded").getFirst();
    assertThat(both.at("/access/count").intValue()).isEqualTo(2);
    assertThat(both.at("/access/completed").intValue()).isEqualTo(1);
  }

  /** Each writes what it has seen, and all is there after they have ended. */
  @Test
  void severalInstancesWriteOneHistory() throws InterruptedException {
    Shop shop = Shop.open(start("alone: false"));
    TestService other = TestService.start(database, "alone: false");
    try {
      other.setClock(now);
      Client there = Client.withKey(other.baseUri(), shop.secret());
      for (int time = 0; time < 5; time++) {
        shop.admin().get("journeys/" + journey() + "/users").json(200);
        there.get("journeys/" + journey() + "/users").json(200);
      }
      while (sum(shop.entries("kind=users_listed")) < 10) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      there.get("journeys/" + journey() + "/users").json(200);
    } finally {
      other.close();
    }
    List<JsonNode> noted = shop.entries("kind=users_listed");
    assertThat(noted).hasSize(2);
    assertThat(sum(noted)).isEqualTo(11);
  }

  @Test
  void aStoreThatIsAwayKeepsNobodyWaitingAndLosesNothing() throws InterruptedException {
    try (Cable cable = new Cable(database)) {
      database = cable.endpoint();
      Shop shop = Shop.open(start("keys: {failedAttempts: 100000}"));
      Client browser = shop.admin().takingRemembered();
      browser.get("journeys/" + journey() + "/users").json(200);
      cable.unplug();
      for (int time = 0; time < 20; time++) {
        assertThat(shop.signIn().status()).isEqualTo(200);
        browser.get("journeys/" + journey() + "/users").json(200);
        pass(Duration.ofSeconds(61));
      }
      assertThat(shop.admin().get(shop.history("")).status()).isEqualTo(503);
      cable.plugIn();
      started.getLast().awaitStore();
      List<JsonNode> signIns = shop.entries("kind=signed_in");
      while (sum(signIns) < 20) {
        TimeUnit.MILLISECONDS.sleep(20);
        signIns = shop.entries("kind=signed_in");
      }
      assertThat(sum(signIns)).isEqualTo(20);
      assertThat(sum(shop.entries("kind=users_listed"))).isEqualTo(21);
    }
  }

  @Test
  void nothingThatIsKeptIsAboutUsers() {
    Shop shop = Shop.open(start(""));
    String user = WorkedExample.events().getFirst().get("user_id").textValue();
    for (String path : List.of("users", "users.csv", "stats/users?metric=entrances")) {
      String query = path.contains("?") ? "" : "?search=" + Client.encode(user);
      assertThat(shop.admin().get("journeys/" + journey() + "/" + path + query).status())
          .isEqualTo(200);
    }
    assertThat(shop.entries("kind=users_listed")).hasSize(2);
    try (ClickHouse store = ClickHouse.open(database)) {
      String rows =
          store.dsl().fetch("SELECT * EXCEPT (at, last_at) FROM audit_entries").formatJSON();
      assertThat(rows).contains(shop.key()).doesNotContain(user, shop.secret(), "search");
    }
  }

  @Test
  void whatWasWrittenOutlivesAKill(@TempDir Path directory)
      throws IOException, InterruptedException {
    ServiceProcess process = ServiceProcess.startAsShipped(directory.resolve("data"));
    try {
      Shop shop = Shop.open(new ServiceUnderTest.Running(process.baseUri(), process.operatorKey()));
      assertThat(shop.signIn().status()).isEqualTo(200);
      shop.admin().get("journeys/" + journey() + "/users.csv");
      List<JsonNode> before = shop.entries("limit=1000");
      assertThat(before)
          .extracting(entry -> entry.get("change").textValue())
          .contains("signed_in", "file_downloaded");
      process.kill();
      process.restart();
      process.awaitReady();
      assertThat(shop.entries("limit=1000")).isEqualTo(before);
    } finally {
      process.kill();
    }
  }
}
