package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of changes when the engine is killed between its note of a deduplication token and
 * the renaming of the part with the row: the token stays, and the row is lost.
 */
@Tag("nightly")
@Timeout(300)
class LostTokenIT {
  private static final Path DIRECTORY =
      Path.of("target", "test-lost-token", Long.toString(ProcessHandle.current().pid()));
  private static final Pattern PART = Pattern.compile("all_\\d+_(\\d+)_\\d+(_\\d+)?");

  /** More insertions than the engine may have made without leaving a part. */
  private static final int NUMBERS = 200;

  private static TestService service;

  private final PatientSender sender = new PatientSender();

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "strace"))),
        "strace is not installed");
    service = TestService.startEmbedded(DIRECTORY);
  }

  @AfterAll
  static void stop() throws IOException {
    if (service != null) {
      service.close();
      MoreFiles.deleteRecursively(DIRECTORY, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  /** Kills the engine when it renames the part of an insertion, the next one or a later one. */
  private record Killer(Process strace, long engine) implements AutoCloseable {
    static Killer attach(String table, int insertion) throws IOException {
      Path data = DIRECTORY.resolve("store/data/journey_stats").resolve(table).toRealPath();
      long last;
      try (Stream<Path> parts = Files.list(data)) {
        last =
            parts
                .map(part -> PART.matcher(part.getFileName().toString()))
                .filter(Matcher::matches)
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .max()
                .orElse(0);
      }
      List<String> command =
          new ArrayList<>(
              List.of(
                  "strace",
                  "-f",
                  "-p",
                  Long.toString(service.engineProcessId()),
                  "-e",
                  "trace=rename,renameat,renameat2",
                  "-e",
                  "inject=rename,renameat,renameat2:signal=KILL"));
      // Insertions whose token is known take a number, too, and leave no part.
      for (long number = last + insertion; number < last + insertion + NUMBERS; number++) {
        command.addAll(List.of("-P", data + "/tmp_insert_all_%1$d_%1$d_0/".formatted(number)));
      }
      long engine = service.engineProcessId();
      Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
      BufferedReader output = strace.inputReader();
      String line = output.readLine();
      while (line != null && !line.contains("attached")) {
        line = output.readLine();
      }
      Assumptions.assumeTrue(line != null, "strace may not attach to another process here");
      Thread.startVirtualThread(() -> output.lines().forEach(_ -> {}));
      return new Killer(strace, engine);
    }

    /** It may take a moment until each thread of the engine is watched. */
    boolean hasKilled() {
      return !strace.isAlive();
    }

    /** Makes sure that it has killed. */
    @Override
    public void close() {
      strace.destroy();
      assertThat(service.engineProcessId()).as("the engine").isNotEqualTo(engine);
    }
  }

  private static ServiceUnderTest underTest() {
    return new ServiceUnderTest.Own(service);
  }

  private static ObjectNode journey(UUID id) {
    ObjectNode journey = (ObjectNode) WorkedExample.journey();
    return journey.put("id", id.toString());
  }

  private static void assertHealthy() {
    JsonNode checks = new Client(service.adminUri(), List.of()).get("healthcheck").json(200);
    assertThat(checks.fieldNames())
        .toIterable()
        .contains("clickhouse", "tenants", "journeys", "exports");
    assertThat(checks)
        .allSatisfy(check -> assertThat(check.get("healthy").booleanValue()).isTrue());
  }

  @Test
  void everyChangeOfAJourneyThatIsAcknowledgedIsThereOnce() throws IOException {
    Client manager = TestTenant.create(underTest(), "UTC").client("manage");
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < 2; kill++) {
      try (Killer killer = Killer.attach("catalogue_changes", 1)) {
        while (!killer.hasKilled()) {
          UUID id = UUID.randomUUID();
          sender.send(() -> manager.post("journeys", journey(id))).json(201);
          acknowledged.add(id.toString());
        }
      }
      UUID next = UUID.randomUUID();
      manager.post("journeys", journey(next)).json(201);
      acknowledged.add(next.toString());
    }
    assertThat(sender.refused()).isPositive();
    JsonNode list = manager.get("journeys?limit=1000").json(200).get("journeys");
    assertThat(list)
        .extracting(journey -> journey.get("id").textValue())
        .containsExactlyInAnyOrderElementsOf(acknowledged);
    assertHealthy();
  }

  @Test
  void everyChangeOfATenantThatIsAcknowledgedIsThereOnce() throws IOException {
    TestTenant tenant = TestTenant.create(underTest(), "UTC");
    Client operator = TestTenant.operator(underTest());
    ObjectNode key = Json.object().put("role", "read");
    String path = "tenants/" + tenant.id() + "/keys";
    int acknowledged = 0;
    try (Killer killer = Killer.attach("catalogue_changes", 1)) {
      while (!killer.hasKilled()) {
        sender.send(() -> operator.post(path, key)).json(201);
        acknowledged++;
      }
    }
    operator.post(path, key).json(201);
    assertThat(operator.get(path).json(200).get("keys")).hasSize(acknowledged + 1);
    assertHealthy();
  }

  /** When it is asked for, when it is begun, and when it is ready or says that it is alive. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyExportIsMade(int insertion) throws IOException {
    TestTenant tenant = TestTenant.create(underTest(), "UTC");
    Client manager = tenant.client("admin");
    manager.post("journeys", journey(UUID.randomUUID())).json(201);
    Client other = TestTenant.create(underTest(), "UTC").client("admin");
    ObjectNode question = Json.object().put("kind", "journeys");
    int acknowledged = 0;
    try (Killer killer = Killer.attach("export_jobs", insertion)) {
      while (!killer.hasKilled()) {
        JsonNode job = sender.send(() -> manager.post("exports", question)).json(202);
        assertThat(finished(manager, job)).isEqualTo("ready");
        acknowledged++;
      }
    }
    assertThat(finished(other, other.post("exports", question).json(202))).isEqualTo("ready");
    assertThat(manager.get("exports").json(200).get("exports")).hasSize(acknowledged);
    assertHealthy();
  }

  /** How it ended, asked for patiently, as the engine is away for a while. */
  private String finished(Client reader, JsonNode job) {
    return Waiting.until(
        () ->
            sender
                .send(() -> reader.get("exports/" + job.get("id").textValue()))
                .json(200)
                .get("status")
                .textValue(),
        status -> !status.matches("queued|running"));
  }
}
