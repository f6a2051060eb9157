package io.journeystats.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.event.EventIntake;
import io.journeystats.event.EventQuota;
import io.journeystats.event.EventWriter;
import io.journeystats.event.RejectedEvents;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.JourneyHead;
import io.journeystats.limit.ProcessorTurns;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantLimits;
import io.journeystats.tenant.Tenants;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestTombstones;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A small demo, filled into a real ClickHouse several times. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DemoIT {
  private static final double SCALE = 0.02;
  private static final Instant NOW = Instant.parse("2026-05-14T15:30:00.123Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final ClickHouse clickHouse;
  private final Tenants tenants;
  private final JourneyCatalogue journeys;
  private final Path file;

  DemoIT(ClickHouse clickHouse, @TempDir Path directory) {
    this.clickHouse = clickHouse;
    this.tenants = new Tenants(clickHouse.dsl(), now::get);
    this.journeys = new JourneyCatalogue(clickHouse.dsl(), now::get);
    this.file = directory.resolve("demo.json");
  }

  @BeforeAll
  void start() {
    new Migrator(clickHouse).migrate();
    tenants.start();
    journeys.start();
  }

  @AfterAll
  void stop() {
    journeys.stop();
    tenants.stop();
  }

  @Test
  @Order(1)
  void theServiceTakesEveryEvent() throws InterruptedException {
    DemoNote note = demo().fill();

    assertThat(note.events()).isGreaterThan(2_000).isEqualTo(stored());
    assertThat(journeys.all(DemoShop.TENANT))
        .hasSize(8)
        .extracting(JourneyHead::createdAt)
        .allMatch(created -> created.isBefore(NOW.minus(Duration.ofDays(2))));
  }

  @Test
  @Order(2)
  void theNextStartFindsEverything() throws InterruptedException {
    DemoNote known = DemoNote.read(file).orElseThrow();
    now.set(NOW.plus(Duration.ofDays(3)));

    assertThat(demo().fill()).isEqualTo(known);
  }

  @Test
  @Order(3)
  void fillingAgainDoublesNothing() throws InterruptedException {
    DemoNote known = DemoNote.read(file).orElseThrow();
    known.filledWith(0).write(file);

    assertThat(demo().fill()).isEqualTo(known);
    assertThat(stored()).isEqualTo(known.events());
  }

  @Test
  @Order(4)
  void aLostFileCostsTheKeysOnly() throws IOException, InterruptedException {
    DemoNote known = DemoNote.read(file).orElseThrow();
    Files.delete(file);

    DemoNote fresh = demo().fill();

    assertThat(fresh.now()).isEqualTo(known.now());
    assertThat(fresh.events()).isEqualTo(known.events()).isEqualTo(stored());
    assertThat(fresh.read().key()).isNotEqualTo(known.read().key());
  }

  @Test
  @Order(5)
  void onlyTheOwnerReadsTheKeys() throws IOException {
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private Demo demo() {
    EventIntake intake =
        new EventIntake(
            journeys,
            TenantData::all,
            new EventWriter(clickHouse, TestTombstones.of(clickHouse), () -> {}),
            new RejectedEvents(clickHouse, TestTombstones.of(clickHouse)),
            new EventQuota(clickHouse, _ -> TenantLimits.DEFAULTS, System::nanoTime),
            TestTombstones.of(clickHouse),
            now::get,
            _ -> {},
            TenantLimiter.unlimited(),
            ProcessorTurns.unlimited());
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Demo(
        tenants,
        journeys,
        clock -> new JourneyCatalogue(clickHouse.dsl(), clock),
        intake,
        now::get,
        file,
        new DemoConsole(nowhere, false, Optional.empty()),
        SCALE);
  }

  /** How many different events there are. */
  private long stored() {
    return clickHouse
        .dsl()
        .fetchSingle("SELECT toInt64(count()) FROM events FINAL")
        .get(0, Long.class);
  }
}
