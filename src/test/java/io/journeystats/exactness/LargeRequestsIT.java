package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Large requests of a tenant are worked on one after the other while other tenants use the service.
 */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LargeRequestsIT {
  private static final String LIMITS =
      "requests: {largeOfTenant: 1, memory: {ofAll: 256MiB, ofTenant: 128MiB, longestWait: 300ms}}";

  /** Far less than the answer has. */
  private static final int RECEIVE_BUFFER = 4_096;

  private TestService running;
  private ServiceUnderTest service;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    running = TestService.start(database, LIMITS);
    service = new ServiceUnderTest.Own(running);
  }

  @AfterAll
  void stop() {
    running.close();
  }

  private String journey(Client client) {
    return "journeys/"
        + client
            .post("journeys", LargeJourney.titled("Large"))
            .json(201)
            .get("id")
            .textValue();
  }

  @Test
  void ofATenantWaitForEachOtherAndNotForOthers() throws IOException {
    Client busy = TestTenant.create(service, "UTC").client("manage");
    Client other = TestTenant.create(service, "UTC").client("manage");
    String large = journey(busy);
    String ofOther = journey(other);
    try (RawConnection reader =
        RawConnection.open(service.baseUri(), Duration.ofSeconds(20), RECEIVE_BUFFER)) {
      // Its answer is being written until it is read.
      reader.send(
          "GET /api/v1/%s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\nConnection: close\r\n\r\n"
              .formatted(large, busy.headers().get(0), busy.headers().get(1)));
      Answer refused = Waiting.until(() -> busy.get(large), answer -> answer.status() != 200);
      assertThat(Problems.problem(refused, 429).get("detail").textValue())
          .contains("requests.largeOfTenant allows 1");
      assertThat(other.get(ofOther).status()).isEqualTo(200);
      // Small ones need no turn.
      assertThat(busy.get("journeys/categories").status()).isEqualTo(200);
      assertThat(reader.answer(false).orElseThrow().status()).isEqualTo(200);
    }
    Waiting.until(() -> busy.get(large).status() == 200);
  }
}
