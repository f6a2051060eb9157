package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the admin port answers, and what it does for them. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class AdminPortIT {
  private TestService running;
  private Client tenant;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    running =
        TestService.start(
            database,
            "admin: {hosts: 'Stats.internal, 10.0.0.7'}\nkeys: {failedAttempts: 20, within: 1h}");
    ServiceUnderTest service = new ServiceUnderTest.Own(running);
    service.setClock(Instant.now());
    tenant = TestTenant.create(service, "UTC").client("admin");
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST", "stats.internal", "10.0.0.7"})
  void answersToItsNames(String host) throws IOException {
    assertThat(status("GET", "/metrics", "Host: " + host)).isEqualTo(200);
    assertThat(status("GET", "/metrics", "Host: " + host + ":8081")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8081", "localhost.evil.example", "10.0.0.8", ""})
  void answersToNoOther(String host) throws IOException {
    for (String path :
        new String[] {"/metrics", "/healthcheck", "/ping", "/threads", "/tasks/gc"}) {
      assertThat(status("GET", path, "Host: " + host)).isBetween(400, 421);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost:8080"
      })
  void refusesWhatAnotherSiteSent(String header) throws IOException {
    String operator = "Authorization: Bearer " + running.operatorKey();
    for (String path : new String[] {"/metrics", "/tasks/gc"}) {
      assertThat(status("POST", path, "Host: localhost:8081", header, operator)).isEqualTo(403);
    }
  }

  @Test
  void tasksNeedTheOperatorsKey() throws IOException {
    String host = "Host: localhost";
    String operator = "Authorization: Bearer " + running.operatorKey();
    for (String path :
        new String[] {"/tasks/gc", "/tasks/log-level", "/tasks/rebuild", "//tasks/gc", "/tasks"}) {
      assertThat(status("POST", path, host)).as(path).isBetween(400, 401);
    }
    assertThat(status("POST", "/tasks/gc", host, "Authorization: Bearer wrong")).isEqualTo(401);
    assertThat(status("POST", "/tasks/gc", host, "Authorization: " + tenant.headers().get(1)))
        .isEqualTo(401);
    assertThat(status("POST", "/tasks/gc", host, operator)).isEqualTo(200);
    int last = 401;
    for (int attempt = 0; attempt < 30 && last == 401; attempt++) {
      last = status("POST", "/tasks/gc", host, "Authorization: Bearer wrong" + attempt);
    }
    assertThat(last).isEqualTo(429);
    assertThat(status("POST", "/tasks/gc", host, operator)).isEqualTo(200);
  }

  private int status(String method, String path, String... headers) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), running.adminUri().getPort())) {
      String head =
          method
              + " "
              + path
              + " HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }
}
