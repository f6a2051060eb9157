package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.journeystats.testing.TestClickHouse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Headers that hold what they may not, and connections that end before they should. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class WrongHeadersIT {
  private static final List<String> VALUES =
      List.of(
          "abc",
          "\"",
          "\"a",
          "W/",
          "W/\"",
          ",",
          ";",
          ";;=",
          "=",
          "*,*",
          "\\",
          "a;q=2",
          "a;q=x",
          "text/",
          "/",
          "*/",
          "a/b;c",
          "bytes=",
          "bytes=-",
          "bytes=9-1",
          "items=0-1",
          "gzip;q=",
          "for=\"",
          "a=\"b",
          "$Version",
          "0x1",
          "-1",
          "1e9",
          "Mon, 99 Foo 2026",
          "\u00e9",
          "(",
          "[1]");

  private final ServiceUnderTest service = ServiceUnderTest.find();
  private Client client;
  private String journey;

  @BeforeAll
  void prepare() {
    service.setClock(Instant.now());
    client = TestTenant.create(service, "UTC").client("admin").takingRemembered();
    client.post("journeys", WorkedExample.journey()).json(201);
    journey = "journeys/" + WorkedExample.journey().get("id").textValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If-None-Match",
        "If-Match",
        "If-Modified-Since",
        "If-Unmodified-Since",
        "If-Range",
        "Range",
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Accept-Charset",
        "Cache-Control",
        "Content-Type",
        "Content-Encoding",
        "Content-Language",
        "Content-Range",
        "Content-MD5",
        "Content-Disposition",
        "Cookie",
        "Date",
        "Expect",
        "Forwarded",
        "Origin",
        "Prefer",
        "Referer",
        "Sec-Fetch-Site",
        "TE",
        "Upgrade",
        "User-Agent",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Proto"
      })
  void noneIsTheServicesFault(String header) throws IOException {
    for (String value : VALUES) {
      for (String path :
          List.of("openapi.json", journey + "/stats/performance", journey + "/stats/users.csv")) {
        assertThat(status("GET", path, header, value))
            .as(header + ": " + value)
            .isBetween(200, 499);
      }
      assertThat(status("POST", "events", header, value))
          .as(header + ": " + value)
          .isBetween(200, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "\"abc", "abc\"", "W/abc", ",", "*,*"})
  void whatIsNoTagIsIgnored(String tag) throws IOException {
    for (String path : List.of("openapi.json", journey + "/stats/performance")) {
      assertThat(status("GET", path, "If-None-Match", tag)).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"a\", \"b\"", "*", " \"a\" "})
  void tagsAreStillRead(String tag) throws IOException {
    assertThat(status("GET", "openapi.json", "If-None-Match", tag))
        .isEqualTo(tag.equals("*") ? 304 : 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/%zz", "/api/v1/%2e%2e/", "/api/v1/a//b", "/api/%00", "/api/v1/\\"})
  void aMalformedAddressEndsTheConnectionAndSaysSo(String address) throws IOException {
    try (Socket socket = connect()) {
      send(socket, "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .containsIgnoringCase("Connection: close")
          .contains("application/problem+json");
    }
  }

  /** The answer is larger than what the connection holds, so that it cannot be written. */
  @Test
  void aClientThatIsGoneIsNoError() throws IOException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root =
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try {
      for (int client = 0; client < 20; client++) {
        try (Socket socket = connect()) {
          socket.setSoLinger(true, 0);
          send(socket, "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20));
          assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
      }
      client.get("openapi.json").json(200);
    } finally {
      root.detachAppender(log);
    }
    assertThat(log.list).filteredOn(event -> event.getThrowableProxy() != null).isEmpty();
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), service.baseUri().getPort());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private int status(String method, String path, String header, String value) throws IOException {
    boolean isPost = method.equals("POST");
    try (Socket socket = connect()) {
      String head =
          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: %s\r\n%s: %s\r\n"
              .formatted(
                  method,
                  service.baseUri().getPath() + path,
                  client.headers().get(1),
                  header,
                  value);
      send(socket, head + (isPost ? "Content-Length: 2\r\n\r\n[]" : "\r\n"));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }
}
