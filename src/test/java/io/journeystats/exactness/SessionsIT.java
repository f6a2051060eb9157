package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in and out, what a session is good for, and how often a wrong key may be tried. */
@ExtendWith(TestClickHouse.class)
class SessionsIT {
  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final TestTenant tenant;
  private final Client admin;

  SessionsIT() {
    service.setClock(Instant.now());
    tenant = TestTenant.create(service, "Asia/Kathmandu");
    admin = tenant.client("admin");
  }

  private JsonNode issue(String role) {
    return admin
        .post("tenants/" + tenant.id() + "/keys", Json.object().put("role", role))
        .json(201);
  }

  private HttpResponse<String> signIn(String key) {
    return send(
        HttpRequest.newBuilder(service.baseUri().resolve("session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(Json.object().put("key", key))))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  private Client withCookie(String cookie, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    return new Client(service.baseUri(), all);
  }

  @Test
  void aKeyIsExchangedForACookieThatNoScriptAndNoOtherSiteCanUse() {
    JsonNode key = issue("read");
    HttpResponse<String> answer = signIn(key.get("key").textValue());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(cookie(answer))
        .startsWith("journey_stats_session=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1", "Max-Age=43200")
        .doesNotContain(key.get("key").textValue());
    JsonNode view = Json.read(answer.body());
    assertThat(view.at("/tenant/id").textValue()).isEqualTo(tenant.id());
    assertThat(view.get("role").textValue()).isEqualTo("read");
    assertThat(view.get("key_id")).isEqualTo(key.get("id"));
    Client person = withCookie(cookie(answer));
    assertThat(person.get("session").json(200).get("key_id")).isEqualTo(key.get("id"));
    person.get("journeys").json(200);
    // What the key may not do, the session may not.
    assertThat(person.post("journeys", Json.object()).status()).isEqualTo(403);
    withCookie(cookie(answer), "Sec-Fetch-Site", "same-origin").get("journeys").json(200);
    for (String[] others :
        List.of(
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Sec-Fetch-Site", "same-site"},
            new String[] {"Origin", "https://evil.example"})) {
      assertThat(withCookie(cookie(answer), others).get("journeys").status()).isEqualTo(401);
    }
  }

  @Test
  void aSessionEndsWithItsKey() {
    JsonNode key = issue("read");
    Client person = withCookie(cookie(signIn(key.get("key").textValue())));
    person.get("journeys").json(200);
    String revoked = "tenants/" + tenant.id() + "/keys/" + key.get("id").textValue();
    assertThat(admin.send("DELETE", revoked, new byte[0]).status()).isEqualTo(204);
    assertThat(person.get("journeys").status()).isEqualTo(401);
    assertThat(signIn(key.get("key").textValue()).statusCode()).isEqualTo(401);
  }

  @Test
  void signingOutEndsTheSessionOnEveryInstance(ClickHouseEndpoint database)
      throws InterruptedException {
    String settings = "alone: false\nkeys: {sessionSecret: 'of both', failedAttempts: 100000}";
    TestService one = TestService.start(database, settings);
    TestService other = TestService.start(database, settings);
    try {
      ServiceUnderTest underTest = new ServiceUnderTest.Own(one);
      TestTenant shop = TestTenant.create(underTest, "UTC");
      JsonNode key =
          TestTenant.operator(underTest)
              .post("tenants/" + shop.id() + "/keys", Json.object().put("role", "read"))
              .json(201);
      String ended = cookieOf(one, key);
      String open = cookieOf(one, key);
      Client there = withCookie(other.baseUri(), ended);
      // The other instance reads of the key.
      Waiting.until(() -> there.get("journeys").status() == 200);
      assertThat(
              withCookie(one.baseUri(), ended)
                  .send("DELETE", "session", new byte[0], "Sec-Fetch-Site", "cross-site")
                  .status())
          .isEqualTo(204);
      withCookie(one.baseUri(), ended).get("journeys").json(200);

      Client here = withCookie(one.baseUri(), ended);
      assertThat(here.send("DELETE", "session", new byte[0]).status()).isEqualTo(204);
      assertThat(here.get("journeys").status()).isEqualTo(401);
      Waiting.until(() -> there.get("journeys").status() == 401);
      for (TestService instance : List.of(one, other)) {
        withCookie(instance.baseUri(), open).get("journeys").json(200);
      }
      TestService later = TestService.start(database, settings);
      try {
        assertThat(withCookie(later.baseUri(), ended).get("journeys").status()).isEqualTo(401);
        withCookie(later.baseUri(), open).get("journeys").json(200);
      } finally {
        later.close();
      }
    } finally {
      one.close();
      other.close();
    }
  }

  /** What is kept of ended sessions has a bound: beyond it, all of the key end. */
  @Test
  void manyEndedSessionsOfAKeyEndAllOfThem(ClickHouseEndpoint database) {
    TestService one = TestService.start(database);
    try {
      ServiceUnderTest underTest = new ServiceUnderTest.Own(one);
      TestTenant shop = TestTenant.create(underTest, "UTC");
      JsonNode key =
          TestTenant.operator(underTest)
              .post("tenants/" + shop.id() + "/keys", Json.object().put("role", "read"))
              .json(201);
      Client open = withCookie(one.baseUri(), cookieOf(one, key));
      for (int session = 0; session < 101; session++) {
        open.get("journeys").json(200);
        Client ending = withCookie(one.baseUri(), cookieOf(one, key));
        assertThat(ending.send("DELETE", "session", new byte[0]).status()).isEqualTo(204);
        assertThat(ending.get("journeys").status()).isEqualTo(401);
      }
      assertThat(open.get("journeys").status()).isEqualTo(401);
      one.setClock(Instant.now().plusSeconds(2));
      withCookie(one.baseUri(), cookieOf(one, key)).get("journeys").json(200);
    } finally {
      one.close();
    }
  }

  @Test
  void aTrustedProxyTellsWhoAsksAndHow(ClickHouseEndpoint database) {
    TestService small =
        TestService.start(
            database,
            "proxy: {trusted: '127.0.0.0/8, 10.1.0.0/16'}\nkeys: {failedAttempts: 2, within: 1h}");
    try {
      ServiceUnderTest own = new ServiceUnderTest.Own(small);
      Client bad = Client.withKey(own.baseUri(), "jsk_guessed");
      String header = "X-Forwarded-For";
      // The last that no proxy of ours has: what is before it, anybody may have made up.
      for (String from : List.of("198.51.100.7, 203.0.113.1", "203.0.113.1, 10.1.2.3")) {
        assertThat(bad.send("GET", "journeys", new byte[0], header, from).status()).isEqualTo(401);
      }
      assertThat(bad.send("GET", "journeys", new byte[0], header, "1.2.3.4, 203.0.113.1").status())
          .isEqualTo(429);
      assertThat(bad.send("GET", "journeys", new byte[0], header, "203.0.113.2").status())
          .isEqualTo(401);
      Client good = TestTenant.create(own, "UTC").client("read");
      String body = Json.write(Json.object().put("key", good.headers().get(1).substring(7)));
      assertThat(cookie(signIn(small, body, "https"))).contains("Secure");
      assertThat(signIn(small, body, "https").headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      assertThat(cookie(signIn(small, body, "http"))).doesNotContain("Secure");
      assertThat(signIn(small, body, "http").headers().firstValue("Strict-Transport-Security"))
          .isEmpty();
    } finally {
      small.close();
    }
  }

  @Test
  void nobodyElseIsBelievedAndAPublicAddressDecides(ClickHouseEndpoint database) {
    TestService small =
        TestService.start(
            database, "publicUrl: 'https://stats.example'\nkeys: {failedAttempts: 2, within: 1h}");
    try {
      ServiceUnderTest own = new ServiceUnderTest.Own(small);
      Client good = TestTenant.create(own, "UTC").client("read");
      String body = Json.write(Json.object().put("key", good.headers().get(1).substring(7)));
      assertThat(cookie(signIn(small, body, "http"))).contains("Secure");
      Client bad = Client.withKey(own.baseUri(), "jsk_guessed");
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(
                bad.send("GET", "journeys", new byte[0], "X-Forwarded-For", "1.2.3." + attempt)
                    .status())
            .isEqualTo(attempt < 2 ? 401 : 429);
      }
    } finally {
      small.close();
    }
    HttpResponse<String> plain =
        send(
            HttpRequest.newBuilder(service.baseUri().resolve("session"))
                .header("X-Forwarded-Proto", "https")
                .DELETE()
                .build());
    assertThat(cookie(plain)).doesNotContain("Secure");
  }

  private static HttpResponse<String> signIn(TestService running, String body, String protocol) {
    return send(
        HttpRequest.newBuilder(running.baseUri().resolve("session"))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-Proto", protocol)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String cookieOf(TestService running, JsonNode key) {
    return cookie(
        signIn(running, Json.write(Json.object().put("key", key.get("key").textValue())), "http"));
  }

  private static Client withCookie(URI baseUri, String cookie) {
    return new Client(baseUri, List.of("Cookie", cookie.substring(0, cookie.indexOf(';'))));
  }

  @Test
  void signingOutTakesTheCookieAway() {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(service.baseUri().resolve("session")).DELETE().build());
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(cookie(answer)).contains("journey_stats_session=;", "Max-Age=0");
  }

  @Test
  void wrongKeysOpenNothing() {
    assertThat(signIn("jsk_wrong").statusCode()).isEqualTo(401);
    assertThat(signIn("").statusCode()).isEqualTo(422);
    assertThat(signIn(service.operatorKey()).statusCode()).isEqualTo(403);
    Client nobody = new Client(service.baseUri(), List.of());
    assertThat(nobody.get("session").status()).isEqualTo(401);
    assertThat(nobody.post("session", Json.object().put("secret", "x")).status()).isEqualTo(422);
    assertThat(TestTenant.operator(service).get("session").status()).isEqualTo(403);
  }

  @Test
  void aWrongKeyMayNotBeTriedForEver(ClickHouseEndpoint database) {
    TestService small = TestService.start(database, "keys: {failedAttempts: 3, within: 1h}");
    try {
      ServiceUnderTest own = new ServiceUnderTest.Own(small);
      Client good = TestTenant.create(own, "UTC").client("read");
      Client bad = Client.withKey(own.baseUri(), "jsk_guessed");
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(bad.get("journeys").status()).isEqualTo(401);
      }
      Answer refused = bad.get("journeys");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(Long.parseLong(refused.retryAfter())).isBetween(1L, 1200L);
      assertThat(bad.post("session", Json.object().put("key", "jsk_other")).status())
          .isEqualTo(429);
      // Whoever has a key does not notice.
      good.get("journeys").json(200);
    } finally {
      small.close();
    }
  }

  @Test
  void everyChangeOfATenantAndItsKeysIsKept() {
    Client operator = TestTenant.operator(service);
    String path = "tenants/" + tenant.id();
    JsonNode key = issue("manage");
    operator.patch(path, "{\"time_zone\": \"UTC\"}").json(200);
    String id = key.get("id").textValue();
    assertThat(admin.send("DELETE", path + "/keys/" + id, new byte[0]).status()).isEqualTo(204);
    String body = admin.get(path + "/history").body();
    JsonNode changes = Json.read(body).get("changes");
    assertThat(changes.findValuesAsText("change"))
        .containsExactly(
            "tenant_created", "key_issued", "key_issued", "tenant_edited", "key_revoked");
    assertThat(changes.get(0).get("by").textValue()).isEqualTo("operator");
    assertThat(changes.get(3).get("time_zone").textValue()).isEqualTo("UTC");
    assertThat(changes.get(4).get("key_id").textValue()).isEqualTo(id);
    assertThat(body).doesNotContain(key.get("key").textValue()).doesNotContainIgnoringCase("hash");
    assertThat(operator.get(path + "/history").json(200)).isEqualTo(Json.read(body));
    assertThat(tenant.client("manage").get(path + "/history").status()).isEqualTo(403);
    TestTenant other = TestTenant.create(service, "UTC");
    assertThat(other.client("admin").get(path + "/history").status()).isEqualTo(404);
  }
}
