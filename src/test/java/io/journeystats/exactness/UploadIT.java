package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.journeystats.app.JourneyStatsApplication;
import io.journeystats.cli.Backoff;
import io.journeystats.cli.Destination;
import io.journeystats.cli.Terminal;
import io.journeystats.cli.Upload;
import io.journeystats.cli.UploadResult;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files of events, sent from the command line. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class UploadIT {
  private static final Backoff PATIENCE =
      new Backoff(30, Duration.ofMillis(50), Duration.ofMillis(200));

  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private ByteArrayOutputStream messages = new ByteArrayOutputStream();

  private Cable cable;
  private TestService running;
  private ServiceUnderTest service;
  private ImportTarget target;

  private Path directory;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    cable = new Cable(database);
    running = TestService.start(cable.endpoint());
    service = new ServiceUnderTest.Own(running);
    service.setClock(Instant.now());
  }

  @AfterAll
  void stop() {
    running.close();
    cable.close();
  }

  @BeforeEach
  void newTenant(@TempDir Path fresh) {
    directory = fresh;
    target = ImportTarget.create(service);
    results.reset();
    messages = new ByteArrayOutputStream();
  }

  @Test
  void sendsFilesOfAllFormatsHoweverTheyArePacked() throws IOException {
    EventFlood flood = target.flood(25_000);
    String csv = file("events.csv", EventFlood.all(flood.csv()));
    String gzip = file("events.csv.gz", Delivery.gzip(EventFlood.all(flood.csv())));
    String zstd = file("events", Zstd.compress(EventFlood.all(flood.lines())));
    for (List<String> files : List.of(List.of(csv), List.of(gzip, zstd))) {
      assertThat(send(files)).as("%s", messages()).isEqualTo(UploadResult.ALL_ACCEPTED);
      assertThat(target.entrances()).isEqualTo(25_000);
    }
    assertThat(results())
        .isEqualTo(
            "25000 events accepted, 0 rejected\n50000 events accepted, 0 rejected\n"
                .replace("\n", System.lineSeparator()));
    assertThat(messages()).isEmpty();
  }

  @Test
  void readsStandardInput() {
    byte[] text = EventFlood.all(target.flood(10).lines());
    UploadResult outcome = upload(key(target.client()), Delivery.gzip(text)).send(List.of("-"));
    assertThat(outcome).as("%s", messages()).isEqualTo(UploadResult.ALL_ACCEPTED);
    assertThat(target.entrances()).isEqualTo(10);
  }

  @Test
  void tellsWhatWasRefusedByItsPlaceInTheFile() throws IOException {
    String good = new String(EventFlood.all(target.flood(15_000).csv()), StandardCharsets.UTF_8);
    String file = file("some.csv", bytes(good + "no,2026-05-05T00:00:00Z,entred,u,\r\n"));
    assertThat(send(List.of(file))).isEqualTo(UploadResult.SOME_REJECTED);
    assertThat(results())
        .contains(file + ":15000 no: type must be one of", "15000 events accepted, 1 rejected");
    assertThat(target.entrances()).isEqualTo(15_000);
  }

  @Test
  void aFileOfNothingButRefusedEventsIsDealtWith() throws IOException {
    String file = file("no.ndjson", bytes("{}\n".repeat(1_200)));
    assertThat(send(List.of(file))).isEqualTo(UploadResult.SOME_REJECTED);
    assertThat(results()).contains(file + ": 200 more", "0 events accepted, 1200 rejected");
  }

  @Test
  void triesAgainUntilTheServiceIsItself() throws IOException {
    String file = file("events.ndjson", EventFlood.all(target.flood(100).lines()));
    messages =
        new ByteArrayOutputStream() {
          private boolean pluggedIn;

          @Override
          public synchronized void write(byte[] text, int offset, int length) {
            super.write(text, offset, length);
            if (!pluggedIn && toString(StandardCharsets.UTF_8).contains("retrying in")) {
              pluggedIn = true;
              cable.plugIn();
            }
          }
        };
    cable.unplug();
    assertThat(send(List.of(file))).as("%s", messages()).isEqualTo(UploadResult.ALL_ACCEPTED);
    assertThat(messages()).startsWith("The service answered 503; retrying in 2 s");
    assertThat(target.entrances()).isEqualTo(100);
    running.awaitStore();
  }

  @Test
  void givesUpWhereTryingAgainIsNoUse() throws IOException {
    String file = file("events.ndjson", EventFlood.all(target.flood(100).lines()));
    assertThat(upload("jsk_nobody", new byte[0]).send(List.of(file)))
        .isEqualTo(UploadResult.FAILED);
    assertThat(messages())
        .contains(file + ":0: The service answered 401")
        .doesNotContain("retrying in");

    String unknown = file("unknown.csv", bytes("event_id,type,time,user_id,usr\n1,2,3,4,5\n"));
    assertThat(send(List.of(unknown))).isEqualTo(UploadResult.FAILED);
    assertThat(messages()).contains("The service answered 422", "usr is not a field of an event");

    assertThat(send(List.of(file, directory.resolve("none").toString())))
        .isEqualTo(UploadResult.FAILED);
    assertThat(send(List.of(file("array.json", bytes(" [{}]"))))).isEqualTo(UploadResult.FAILED);
    assertThat(messages()).contains("one JSON object per line");
    assertThat(target.entrances()).isZero();
  }

  @Test
  void givesUpAfterAllAttempts() throws IOException {
    String file = file("events.ndjson", EventFlood.all(target.flood(1).lines()));
    Upload upload =
        new Upload(
            new Destination(
                URI.create("http://127.0.0.1:1"),
                "key",
                new Backoff(3, Duration.ZERO, Duration.ZERO)),
            terminal(new byte[0]));
    assertThat(upload.send(List.of(file))).isEqualTo(UploadResult.FAILED);
    assertThat(messages().split("retrying in 0 s", -1)).hasSize(3);
    assertThat(messages()).contains("The service cannot be reached");
  }

  @Test
  void isACommandOfTheProgram() throws Exception {
    String file = file("events.csv", EventFlood.all(target.flood(7).csv()));
    String root = running.baseUri().resolve("/").toString();
    new JourneyStatsApplication()
        .run("import", "--url", root, "--key", key(target.client()), file, file);
    assertThat(target.entrances()).isEqualTo(7);
  }

  private UploadResult send(List<String> files) {
    return upload(key(target.client()), new byte[0]).send(files);
  }

  private Upload upload(String key, byte[] input) {
    return new Upload(new Destination(running.baseUri(), key, PATIENCE), terminal(input));
  }

  private Terminal terminal(byte[] input) {
    return new Terminal(new ByteArrayInputStream(input), print(results), print(messages), false);
  }

  private static PrintStream print(OutputStream target) {
    return new PrintStream(target, true, StandardCharsets.UTF_8);
  }

  private static String key(Client client) {
    return client.headers().get(1).substring("Bearer ".length());
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content).toString();
  }

  private String results() {
    return results.toString(StandardCharsets.UTF_8);
  }

  private String messages() {
    return messages.toString(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
