package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.primitives.Bytes;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * No file of the service contains the id of an erased user a day later: the store's tables and logs
 * and exported files. ClickHouse compresses blocks, but a text that stands in one for the first
 * time stays as it is; the test shows that it finds the id before.
 */
@Tag("nightly")
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasedBytesIT {
  private static final String USER = "Qx7-zaphod.beeblebrox+42@heart-of-gold.example";

  private static final byte[] NOTHING = {};

  private final Path directory =
      Path.of("target", "test-bytes", Long.toString(ProcessHandle.current().pid()));
  private TestService running;
  private ServiceUnderTest service;

  @BeforeAll
  void start() {
    running =
        TestService.startEmbedded(
            directory.resolve("store"),
            """
            exports: {directory: "%s", leastFree: 1MiB}
            erasure: {removal: 6m}
            """
                .formatted(directory.resolve("exports")));
    service = new ServiceUnderTest.Own(running);
  }

  @AfterAll
  void stop() throws IOException {
    running.close();
    MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  @Test
  void noFileContainsTheIdADayLater() throws IOException {
    service.setClock(WorkedExample.NOW);
    TestTenant tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
    Client admin = tenant.client("admin");
    String journey = WorkedExample.journey().get("id").textValue();
    admin.post("journeys", WorkedExample.journey()).json(201);
    List<ObjectNode> events =
        WorkedExample.events().stream()
            .map(event ->
                event.get("user_id").textValue().equals("ann")
                    ? event.deepCopy().put("user_id", USER)
                    : event)
            .toList();
    admin.post("events", Json.array(events)).json(200);
    ObjectNode wrong = events.getFirst().deepCopy().put("user_id", USER).put("type", "teleported");
    admin.post("events", wrong).json(422);
    admin
        .post(
            "events/import",
            "event_id,type,time,user_id\nx,no,2026-03-07T15:00:00Z," + USER + "\n",
            ImportTarget.CSV)
        .json(422);
    ObjectNode users = Json.object().put("kind", "users").put("journey_id", journey);
    CampaignFile.download(admin, users);
    users.putObject("filters").put("search", USER);
    CampaignFile.download(admin, users);
    String encoded = Client.encode(USER);
    admin.get("journeys/" + journey + "/users?period=all&search=" + encoded).json(200);
    assertThat(admin.get("users/export?user_id=" + encoded).body()).contains(USER);
    assertThat(filesWith(USER)).as("files that contain the id").hasSizeGreaterThan(2);

    JsonNode erasure = admin.send("DELETE", "users?user_id=" + encoded, NOTHING).json(202);
    assertThat(admin.post("events", Json.array(events)).json(200).get("ignored_erased").intValue())
        .isPositive();
    service.setClock(WorkedExample.NOW.plus(Duration.ofDays(1)));
    String path = "erasures/" + erasure.get("id").textValue();
    Waiting.until(() -> admin.get(path).json(200).get("status").textValue().equals("removed"));
    // The store deletes the files of parts that it has replaced some time later.
    Waiting.until(() -> filesWith(USER), List::isEmpty);
    assertThat(filesWith("zaphod")).isEmpty();
  }

  private List<Path> filesWith(String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, wanted)).toList();
    }
  }

  private static boolean contains(Path file, byte[] wanted) {
    try {
      return Bytes.indexOf(Files.readAllBytes(file), wanted) >= 0;
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
