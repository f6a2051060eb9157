package io.journeystats.exactness;

import static io.journeystats.exactness.Problems.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Strangers who begin to report in a tenant's name, and never end. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class WebhookLimitsIT {
  /** Of which webhooks have a quarter: room for three requests of a tenant. */
  private static final String LIMITS = "ingestion: {bodies: 4MiB, bodiesOfTenant: 2MiB}\n";

  private TestService running;
  private ServiceUnderTest service;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    running = TestService.start(database, LIMITS + Providers.configuration("victim", "other"));
    service = new ServiceUnderTest.Own(running);
    service.setClock(Instant.now());
    for (String tenant : List.of("victim", "other")) {
      TestTenant.operator(service)
          .post(
              "tenants",
              Json.object().put("id", tenant).put("name", tenant).put("time_zone", "UTC"))
          .json(201);
    }
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void standInTheWayOfThatTenantsProvidersOnly() throws IOException {
    Client sender = new TestTenant(service, "victim").client("ingest");
    List<Socket> strangers = new ArrayList<>();
    try {
      for (int stranger = 0; stranger < 4; stranger++) {
        strangers.add(beginToReport());
      }
      Answer refused = report("victim");
      while (refused.status() == 200) {
        refused = report("victim");
      }
      problem(refused, 429);
      assertThat(refused.retryAfter()).isEqualTo("1");
      assertThat(report("other").status()).isEqualTo(200);
      assertThat(sender.post("events", "[]", "application/json").status()).isEqualTo(200);
    } finally {
      for (Socket stranger : strangers) {
        stranger.close();
      }
    }
    Answer again = report("victim");
    while (again.status() == 429) {
      again = report("victim");
    }
    assertThat(again.status()).isEqualTo(200);
  }

  private Answer report(String tenant) {
    return new Providers(service, tenant).sendGrid("[]".getBytes(UTF_8));
  }

  private Socket beginToReport() throws IOException {
    URI uri = service.baseUri().resolve("webhooks/sendgrid/victim");
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
    String beginning =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Content-Length: 100000\r
        \r
        [\
        """
            .formatted(uri.getPath());
    socket.getOutputStream().write(beginning.getBytes(UTF_8));
    return socket;
  }
}
