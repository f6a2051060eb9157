package io.journeystats.exactness;

import static io.journeystats.exactness.ImportTarget.CSV;
import static io.journeystats.exactness.ImportTarget.LINES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports that last: by a service whose limits are far below what they bring. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LargeImportIT {
  /** Its clients are silent for as long as a test takes. */
  private static final String LIMITS =
      """
      ingestion: {bodies: 3MiB, bodiesOfTenant: 2MiB, imports: 3, importsOfTenant: 2, longestWait: 500ms}
      requests: {rateWindow: 5m}
      """;

  private static final int PIECE = 20_000;
  private static final int TWO_PIECES_AND_MORE = 45_000;

  private Cable cable;
  private TestService running;
  private ServiceUnderTest service;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    cable = new Cable(database);
    running = TestService.start(cable.endpoint(), LIMITS);
    service = new ServiceUnderTest.Own(running);
    service.setClock(Instant.now());
  }

  @AfterEach
  void plugIn() {
    cable.plugIn();
    running.awaitStore();
  }

  @AfterAll
  void stop() {
    running.close();
    cable.close();
  }

  /**
   * Some 16 MB, which one request of events could not bring, and five times the memory of them all.
   */
  @ParameterizedTest
  @ValueSource(strings = {CSV, LINES})
  void aFileMayBeLargerThanAllMemoryForBodies(String type) {
    int events = 100_000;
    ImportTarget target = ImportTarget.create(service);
    EventFlood flood = target.flood(events);
    Supplier<InputStream> body = () -> type.equals(CSV) ? flood.csv() : flood.lines();
    for (int time = 0; time < 2; time++) {
      JsonNode answer =
          target.client().stream(ImportTarget.PATH, body, "Content-Type", type).json(200);
      assertThat(answer.path("accepted").intValue()).isEqualTo(events);
      assertThat(answer.path("rejected_count").intValue()).isZero();
      assertThat(target.entrances()).isEqualTo(events);
    }
  }

  @Test
  void whatWasSentBeforeTheSenderWentAwayStaysAndTheRestComesLater() throws IOException {
    ImportTarget target = ImportTarget.create(service);
    byte[] body = EventFlood.all(target.flood(TWO_PIECES_AND_MORE).lines());
    try (SlowUpload upload = SlowUpload.begin(target.client(), LINES, body.length)) {
      upload.send(body, 0, body.length * 2 / 3);
      awaitFirstPiece(target);
    }
    assertThat(target.entrances()).isEqualTo(PIECE);
    assertWholeWhenSentAgain(target, body);
  }

  @Test
  void whereClickHouseGoesAwayItIsToldHowFarItCame() throws IOException {
    ImportTarget target = ImportTarget.create(service);
    byte[] body = EventFlood.all(target.flood(TWO_PIECES_AND_MORE).lines());
    int most = body.length - 1000;
    try (SlowUpload upload = SlowUpload.begin(target.client(), LINES, body.length)) {
      upload.send(body, 0, most);
      awaitFirstPiece(target);
      cable.unplug();
      SlowUpload.Response response = upload.sendInVain(body, most, body.length).response();
      assertThat(response.status()).as("%s", response).isEqualTo(503);
      assertThat(response.text()).contains("Retry-After: ", "application/problem+json");
      int accepted = response.json().path("accepted").intValue();
      // ClickHouse may have stored a piece and not said so before the cable was pulled.
      assertThat(accepted).isIn(0, PIECE, 2 * PIECE);
      assertThat(response.json().path("next_index").intValue()).isEqualTo(accepted);
      cable.plugIn();
      assertThat(target.entrances()).isBetween(accepted, TWO_PIECES_AND_MORE);
    }
    assertWholeWhenSentAgain(target, body);
  }

  private static void awaitFirstPiece(ImportTarget target) {
    Waiting.until(() -> target.entrances() >= PIECE);
  }

  private static void assertWholeWhenSentAgain(ImportTarget target, byte[] body) {
    JsonNode answer = new PatientSender().send(() -> target.send(body, LINES)).json(200);
    assertThat(answer.path("accepted").intValue()).isEqualTo(TWO_PIECES_AND_MORE);
    assertThat(target.entrances()).isEqualTo(TWO_PIECES_AND_MORE);
  }

  @Test
  void importsHavePlacesOfTheirOwn() throws IOException {
    ImportTarget busy = ImportTarget.create(service);
    ImportTarget other = ImportTarget.create(service);
    byte[] body = EventFlood.all(busy.flood(25_000).lines());
    int most = body.length - 1;
    try (SlowUpload one = SlowUpload.begin(busy.client(), LINES, body.length);
        SlowUpload two = SlowUpload.begin(busy.client(), LINES, body.length)) {
      one.send(body, 0, most);
      two.send(body, 0, most);
      Answer refused = refused(busy);
      Problems.problem(refused, 429);
      assertThat(refused.retryAfter()).isEqualTo("1");
      assertThat(refused.json().path("accepted").intValue()).isZero();

      byte[] small = EventFlood.all(new EventFlood(busy.journey(), 10).lines());
      for (int time = 0; time < 20; time++) {
        busy.client().send("POST", "events", small, "Content-Type", LINES).json(200);
      }
      byte[] others = EventFlood.all(other.flood(10).lines());
      try (SlowUpload three = SlowUpload.begin(other.client(), LINES, others.length)) {
        three.send(others, 0, others.length - 1);
        Problems.unavailable(refused(ImportTarget.create(service)));
        assertThat(three.send(others, others.length - 1, others.length).response().status())
            .isEqualTo(200);
      }
      assertThat(one.send(body, most, body.length).response().status()).isEqualTo(200);
      assertThat(two.send(body, most, body.length).response().status()).isEqualTo(200);
    }
    assertThat(busy.entrances()).isEqualTo(25_000);
    assertThat(other.entrances()).isEqualTo(10);
  }

  /** Sends next to nothing until those who have begun leave no place. */
  private static Answer refused(ImportTarget target) {
    while (true) {
      Answer answer = target.send(new byte[] {'\n'}, LINES);
      if (answer.status() != 200) {
        return answer;
      }
    }
  }
}
