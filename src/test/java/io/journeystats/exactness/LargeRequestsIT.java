package io.journeystats.exactness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
      "requests: {largeOfTenant: 1, memory: {ofAll: 256MiB, ofTenant: 128MiB, longestWait: 1ms}}";

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

  private static String journey(Client client) {
    return "journeys/"
        + client.post("journeys", LargeJourney.titled("Large")).json(201).get("id").textValue();
  }

  @Test
  void ofATenantWaitForEachOtherAndNotForOthers() {
    Client busy = TestTenant.create(service, "UTC").client("manage");
    Client other = TestTenant.create(service, "UTC").client("manage");
    String large = journey(busy);
    String ofOther = journey(other);
    AtomicReference<@Nullable Answer> refused = new AtomicReference<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < 8; thread++) {
        threads.execute(() -> {
          while (refused.get() == null) {
            Answer answer = busy.get(large);
            if (answer.status() != 200) {
              refused.set(answer);
            }
          }
        });
      }
      do {
        assertThat(other.get(ofOther).status()).isEqualTo(200);
        // Small ones need no turn.
        assertThat(busy.get("journeys/categories").status()).isEqualTo(200);
      } while (refused.get() == null);
    }
    assertThat(Problems.problem(requireNonNull(refused.get()), 429).get("detail").textValue())
        .contains("requests.largeOfTenant allows 1");
    Waiting.until(() -> busy.get(large).status() == 200);
  }
}
