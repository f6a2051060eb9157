package io.journeystats.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.event.EventIntake;
import io.journeystats.event.EventQuota;
import io.journeystats.event.EventWriter;
import io.journeystats.event.RejectedEvents;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.limit.ProcessorTurns;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantLimits;
import io.journeystats.tenant.Tenants;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.TestTombstones;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The web application in a real browser, against the service with a small demo; the tests
 * themselves are in {@code src/main/ui/browser}.
 */
@ExtendWith(TestClickHouse.class)
final class BrowserIT {
  private static final Path INTERFACE = Path.of("src/main/ui");
  private static final Path OUTPUT = Path.of("target/browser-tests.log");

  /** The browser without windows takes two thirds of the processor time of the other one. */
  private static final List<String> CHROMIUM =
      Optional.ofNullable(System.getenv("CHROMIUM_PATH"))
          .map(List::of)
          .orElse(List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium"));

  private static final double SCALE = 0.25;
  private static final int MINUTES = 20;

  private final ClickHouse clickHouse;
  private final InstantSource clock = Clock.systemUTC();

  BrowserIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Test
  void everyFlowWorks(@TempDir Path directory) throws IOException, InterruptedException {
    Optional<String> chromium = CHROMIUM.stream().filter(BrowserIT::isExecutable).findFirst();
    require(
        chromium.isPresent(),
        "there is a Chromium at one of %s (CHROMIUM_PATH names another place)".formatted(CHROMIUM));
    require(
        BrowserIT.class.getResource("/ui/index.html") != null,
        "the web application was built (ui.skip)");

    String key = fill(directory.resolve("demo.json"));
    try (TestService service = TestService.start(clickHouse.endpoint())) {
      assertThat(browserTests(service, key, chromium.orElseThrow()))
          .as(() -> "the browser tests:\n" + output())
          .isZero();
    }
  }

  /** Skips the tests where something is missing, and fails in CI. */
  private static void require(boolean met, String requirement) {
    if (Boolean.parseBoolean(System.getenv().getOrDefault("CI", "false"))) {
      assertThat(met).as(requirement).isTrue();
    } else {
      assumeTrue(met, () -> "not so: " + requirement);
    }
  }

  /** Fills the demo in, and tells the key that may change things. */
  private String fill(Path file) throws InterruptedException {
    new Migrator(clickHouse).migrate();
    Tenants tenants = new Tenants(clickHouse.dsl(), clock);
    JourneyCatalogue journeys = new JourneyCatalogue(clickHouse.dsl(), clock);
    tenants.start();
    journeys.start();
    try {
      EventIntake intake =
          new EventIntake(
              journeys,
              TenantData::all,
              new EventWriter(clickHouse, TestTombstones.of(clickHouse), () -> {}),
              new RejectedEvents(clickHouse, TestTombstones.of(clickHouse)),
              new EventQuota(clickHouse, _ -> TenantLimits.DEFAULTS, System::nanoTime),
              TestTombstones.of(clickHouse),
              clock,
              _ -> {},
              TenantLimiter.unlimited(),
              ProcessorTurns.unlimited());
      DemoNote note =
          new Demo(
                  tenants,
                  journeys,
                  past -> new JourneyCatalogue(clickHouse.dsl(), past),
                  intake,
                  clock,
                  file,
                  new DemoConsole(
                      new PrintStream(
                          OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                      false,
                      Optional.empty()),
                  SCALE)
              .fill();
      return note.admin().key();
    } finally {
      journeys.stop();
      tenants.stop();
    }
  }

  private static boolean isExecutable(String program) {
    return Files.isExecutable(Path.of(program));
  }

  private static int browserTests(TestService service, String key, String chromium)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder("npm", "run", "--silent", "browser")
            .directory(INTERFACE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(OUTPUT.toFile());
    command.environment().put("UI_ADDRESS", service.baseUri().resolve("/").toString());
    command.environment().put("CHROMIUM_PATH", chromium);
    command.environment().put("UI_KEY", key);
    command.environment().put("UI_OPERATOR_KEY", service.operatorKey());
    Process tests = command.start();
    try {
      assertThat(tests.waitFor(MINUTES, TimeUnit.MINUTES)).as("the tests end in time").isTrue();
      return tests.exitValue();
    } finally {
      tests.descendants().forEach(ProcessHandle::destroy);
      tests.destroy();
    }
  }

  private static String output() {
    try {
      return Files.readString(OUTPUT);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
