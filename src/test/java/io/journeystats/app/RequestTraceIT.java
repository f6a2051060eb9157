package io.journeystats.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every response has the id of its request, which the access log contains, too. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class RequestTraceIT {
  private static final Instant NOW = Instant.parse("2026-05-12T10:15:30Z");
  private static final Pattern ID = Pattern.compile("(?im)^X-Request-Id: (.*?)\r?$");
  private static final String MADE = "[0-9a-f]{32}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private TestService service;
  private String operator;
  private String key;
  private String keyId;

  @BeforeAll
  void start(ClickHouseEndpoint database) throws IOException {
    service = TestService.start(database);
    operator = "Authorization: Bearer " + service.operatorKey();
    assertThat(
            send(
                "POST /api/v1/tenants",
                "{\"id\": \"shop\", \"name\": \"Shop\", \"time_zone\": \"UTC\"}",
                operator))
        .startsWith("HTTP/1.1 201");
    String issued = send("POST /api/v1/tenants/shop/keys", "{\"role\": \"read\"}", operator);
    JsonNode body = JSON.readTree(issued.substring(issued.indexOf("\r\n\r\n")));
    key = "Authorization: Bearer " + body.get("key").textValue();
    keyId = body.get("id").textValue();
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @BeforeEach
  void logAsText() {
    logAs(AccessLog.Format.TEXT);
  }

  private void logAs(AccessLog.Format format) {
    lines.clear();
    service
        .server()
        .setRequestLog(
            new AccessLog(format, Clock.fixed(NOW, ZoneOffset.UTC), System::nanoTime, lines::add));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/version",
        "HEAD /api/v1/version",
        "GET /api/v1/journeys",
        "GET /api/v1/nothing",
        "DELETE /api/v1/version",
        "DELETE /api/v1/session",
        "OPTIONS /api/v1/version",
        "POST /api/v1/events",
        "GET /",
        "GET /assets/nothing",
        "GET /api/v1/%zz",
        "GET /api%2fv1/version",
        "GET /.%2e/%00",
        "GET http://[/",
        "PRI *",
        "NONSENSE",
      })
  void everyResponseHasAnId(String request) {
    String first = send(request, "");
    String second = send(request, "");
    assertThat(id(first)).as(first).matches(MADE).isNotEqualTo(id(second));
    assertThat(first)
        .satisfiesAnyOf(
            answer -> assertThat(answer).doesNotContain("application/problem+json"),
            answer -> assertThat(answer).contains("\r\n\r\n{").contains(problemId(answer)),
            answer -> assertThat(answer).startsWith("HTTP/1.1 4").endsWith("\r\n\r\n"));
  }

  private static String problemId(String answer) {
    return "\"request_id\":\"" + id(answer) + "\"";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /ping",
        "GET /metrics",
        "GET /nothing",
        "POST /tasks/gc",
        "GET /tasks",
        "NONSENSE"
      })
  void everyResponseOfTheAdminPortHasAnId(String request) {
    int port = service.adminUri().getPort();
    for (String host : List.of("localhost", "evil.example")) {
      String answer = send(port, request + " HTTP/1.1\r\nHost: " + host, "");
      assertThat(id(answer)).as(answer).matches(MADE);
    }
    String own = send(port, request + " HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: mine", "");
    assertThat(id(own)).isEqualTo(request.equals("NONSENSE") ? id(own) : "mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0af7651916cd43dd8448eb211c80319c",
        "1-67891233-abcdef012345678912345678",
        "Root=1-67891233-abcdef012345678912345678",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "a.b_c:d/e+f=",
      })
  void keepsTheClientsId(String own) {
    String answer = send("GET /api/v1/nothing", "", "X-Request-Id: " + own);
    assertThat(id(answer)).isEqualTo(own);
    assertThat(answer).contains(problemId(answer));
    assertThat(line(answer)).contains(" " + own + " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@example.com",
        "two words",
        "a\"b",
        "<script>",
        "a\tb",
        "a\u00e9",
        "-a",
        "%0a",
        "{}",
        "${jndi:x}",
        "",
        "a\r\nX-Request-Id: b",
      })
  void replacesAnInvalidId(String own) {
    String answer = send("GET /api/v1/version", "", "X-Request-Id: " + own);
    assertThat(id(answer)).matches(MADE);
    assertThat(line(answer)).endsWith(" - - complete");
  }

  @Test
  void replacesALongId() {
    assertThat(id(send("GET /ping", "", "X-Request-Id: " + "a".repeat(128)))).hasSize(128);
    for (int length : new int[] {129, 4_000, 10_000}) {
      String answer = send("GET /api/v1/version", "", "X-Request-Id: " + "a".repeat(length));
      assertThat(id(answer)).matches(MADE);
    }
  }

  @Test
  void aLineNamesTheCallerAndThePath() {
    String answer = send("GET /api/v1/journeys?q=anna", "", key, "User-Agent: a \"b\\\u00e9\"");
    assertThat(line(answer))
        .matches(
            Pattern.quote(
                    "127.0.0.1 - "
                        + keyId
                        + " [12/May/2026:10:15:30 +0000] \"GET /api/v1/journeys HTTP/1.1\" 200 "
                        + (answer.length() - answer.indexOf("\r\n\r\n") - 4)
                        + " \"a \\u0022b\\u005c")
                + ".*\\\\u0022\" \\d+ "
                + id(answer)
                + " shop read complete");
    assertThat(line(send("POST /api/v1/session", "{\"key\": \"" + key.substring(22) + "\"}")))
        .contains(" - " + keyId + " [", "\"POST /api/v1/session HTTP/1.1\" 200");
    assertThat(line(send("GET /api/v1/tenants", "", operator)))
        .contains(" - operator [")
        .endsWith(" - operator complete");
    assertThat(line(send("GET /api/v1/journeys", "", "Authorization: Bearer jsk_wrong")))
        .contains("127.0.0.1 - - [", " 401 ")
        .endsWith(" - - complete");
    assertThat(line(send("NONSENSE", "")))
        .contains("\"BAD /… HTTP/1.0\" 400 ")
        .endsWith(" - - complete");
  }

  @Test
  void aLineCanBeJson() throws IOException {
    logAs(AccessLog.Format.JSON);
    String answer = send("GET /api/v1/journeys?q=anna", "", key, "User-Agent: a \"b\"");
    JsonNode line = JSON.readTree(line(answer));
    assertThat(line.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "time",
            "request_id",
            "address",
            "tenant",
            "key",
            "role",
            "method",
            "path",
            "protocol",
            "status",
            "bytes",
            "complete",
            "duration_ms",
            "user_agent");
    assertThat(line.get("request_id").textValue()).isEqualTo(id(answer));
    assertThat(line.get("time").textValue()).isEqualTo("2026-05-12T10:15:30Z");
    assertThat(line.get("key").textValue()).isEqualTo(keyId);
    assertThat(line.get("tenant").textValue()).isEqualTo("shop");
    assertThat(line.get("status").intValue()).isEqualTo(200);
    assertThat(line.get("complete").booleanValue()).isTrue();
    assertThat(line.get("user_agent").textValue()).isEqualTo("a \"b\"");
  }

  /** Whatever is sent to whatever path. */
  @Test
  void noLineContainsUnknownPartsOfAPath() {
    String user = "anna";
    String journey = "018f1e5e-3c2a-7c53-9f2b-0d6b1c0a4a11";
    for (String path :
        List.of(
            "/api/v1/journeys/%s/users?search=anna".formatted(journey),
            "/api/v1/journeys/%s/users/anna".formatted(journey),
            "/api/v1/journeys/%s/stats/anna".formatted(journey),
            "/api/v1/journeys/anna@example.com",
            "/api/v1/journeys/anna%40example.com/history",
            "/api/v1/journeys/%s/goals/anna%%2fb.csv".formatted(journey),
            "/api/v1/anna",
            "/anna",
            "/anna/users",
            "/journeys/%s/audience/anna".formatted(journey),
            "/api/v1/session;anna",
            "/assets/anna/x",
            "//anna")) {
      assertThat(line(send("GET " + path, "", key, "Referer: http://a/?search=" + user)))
          .as(path)
          .doesNotContain(user, "?");
    }
    assertThat(line(send("GET /api/v1/journeys/" + journey + "/users?search=anna", "", key)))
        .contains("GET /api/v1/journeys/" + journey + "/users HTTP/1.1");
    assertThat(line(send("GET /api/v1/journeys/" + journey + "/goals/bought.csv", "", key)))
        .contains("GET /api/v1/journeys/" + journey + "/goals/bought.csv HTTP/1.1");
    assertThat(line(send("GET /journeys/" + journey + "/audience", "")))
        .contains("GET /journeys/" + journey + "/audience HTTP/1.1");
  }

  /** The line about the request with that response, which is written after it. */
  private String line(String answer) {
    try {
      String line = "";
      while (!line.contains(id(answer))) {
        line = lines.take();
      }
      assertThat(line).doesNotContain("\n", "\r");
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String id(String answer) {
    Matcher found = ID.matcher(answer.substring(0, answer.indexOf("\r\n\r\n") + 2));
    assertThat(found.find()).as(answer).isTrue();
    String id = found.group(1);
    assertThat(found.find()).as(answer).isFalse();
    return id;
  }

  private String send(String request, String body, String... headers) {
    return send(
        service.baseUri().getPort(),
        request
            + (request.contains(" ") ? " HTTP/1.1" : "")
            + "\r\nHost: localhost"
            + (headers.length == 0 ? "" : "\r\n" + String.join("\r\n", headers)),
        body);
  }

  private static String send(int port, String head, String body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          head
              + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
