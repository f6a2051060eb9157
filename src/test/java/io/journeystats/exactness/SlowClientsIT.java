package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slow and silent clients, and what a tenant that has nothing to do with them notices: nothing. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SlowClientsIT {
  private static final Logger LOG = LoggerFactory.getLogger(SlowClientsIT.class);
  private static final String LARGE = "openapi.json";
  private static final long PAUSE_MILLIS = 5;

  private TestService running;
  private ServiceUnderTest service;
  private Client reader;
  private String dashboard;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    running = TestService.start(database, "requests: {longestHead: 5s, rateWindow: 5s}");
    service = new ServiceUnderTest.Own(running);
    service.setClock(WorkedExample.NOW);
    Client admin = TestTenant.create(service, WorkedExample.ZONE.getId()).client("admin");
    admin.post("journeys", WorkedExample.journey()).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    reader = admin.takingRemembered();
    dashboard = "journeys/" + WorkedExample.journey().get("id").textValue() + "/stats/performance";
    reader.get(dashboard).json(200);
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void hundredsOfThemKeepNobodyFromADashboard() throws IOException, InterruptedException {
    besides(600, Duration.ofSeconds(8));
  }

  @Tag("nightly")
  @Test
  void aThousandOfThemKeepNobodyFromADashboard() throws IOException, InterruptedException {
    besides(1_000, Duration.ofMinutes(3));
  }

  private void besides(int number, Duration howLong) throws IOException, InterruptedException {
    Client slow = TestTenant.create(service, "UTC").client("admin");
    List<Long> nanos = new ArrayList<>();
    try (SlowClients clients = new SlowClients(slow, number, LARGE)) {
      long end = System.nanoTime() + howLong.toNanos();
      int most = 0;
      while (System.nanoTime() < end) {
        most = Math.max(most, clients.connected());
        long started = System.nanoTime();
        assertThat(reader.get(dashboard).status()).isEqualTo(200);
        nanos.add(System.nanoTime() - started);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      assertThat(most).isGreaterThan(number / 2);
      assertThat(clients.again()).isPositive();
      Collections.sort(nanos);
      LOG.warn(
          "{} of {} slow clients at once, {} came again; {} answers, p50 {} ms, p95 {} ms, longest"
              + " {} ms",
          most,
          number,
          clients.again(),
          nanos.size(),
          nanos.get(nanos.size() / 2) / 1e6,
          nanos.get(nanos.size() * 95 / 100) / 1e6,
          nanos.getLast() / 1e6);
    }
    // The places of the slow ones are free again.
    Client other = TestTenant.create(service, "UTC").client("admin");
    other.post("journeys", WorkedExample.journey()).json(201);
  }
}
