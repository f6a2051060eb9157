package io.journeystats.exactness;

import static io.journeystats.exactness.ImportTarget.CSV;
import static io.journeystats.exactness.ImportTarget.LINES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of events: as they should be, with faults here and there, and no files of events at all.
 */
class ImportIT {
  /** As many events as the service takes at a time, when they are short. */
  private static final int PIECE = 20_000;

  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final ImportTarget target;

  ImportIT() {
    service.setClock(Instant.now());
    target = ImportTarget.create(service);
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv,identity", "text/csv,gzip", "text/csv,zstd",
    "application/x-ndjson,identity", "application/x-ndjson,gzip", "application/x-ndjson,zstd"
  })
  void eachFormatIsTakenHoweverItIsPacked(String type, String encoding) {
    EventFlood flood = target.flood(2_500);
    byte[] body = packed(EventFlood.all(type.equals(CSV) ? flood.csv() : flood.lines()), encoding);
    for (int time = 0; time < 2; time++) {
      JsonNode answer = target.send(body, type, encoding).json(200);
      assertThat(answer)
          .isEqualTo(
              Json.read(
                  "{\"accepted\":2500,\"ignored_erased\":0,\"ignored_expired\":0,\"rejected_count\":0,\"rejected\":[]}"));
      assertThat(target.entrances()).isEqualTo(2_500);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void filesThatWerePackedOneByOneAndPutTogetherAreOne(String encoding) {
    byte[] text = EventFlood.all(target.flood(1_000).lines());
    byte[] one = packed(Arrays.copyOf(text, text.length / 3), encoding);
    byte[] other = packed(Arrays.copyOfRange(text, text.length / 3, text.length), encoding);
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    target.send(both, LINES, encoding).json(200);
    assertThat(target.entrances()).isEqualTo(1_000);
  }

  @Test
  void theWorkedExampleIsTheSameAsCsv() {
    service.setClock(WorkedExample.NOW);
    Client client = TestTenant.create(service, WorkedExample.ZONE.getId()).client("admin");
    JsonNode journey = WorkedExample.journey();
    client.post("journeys", journey).json(201);
    JsonNode answer =
        client.send("POST", ImportTarget.PATH, WorkedExample.csv(), "Content-Type", CSV).json(200);
    assertThat(answer.path("accepted").intValue()).isEqualTo(WorkedExample.events().size());
    WorkedExample.expected()
        .forEach(expected -> {
          String path = "journeys/" + journey.get("id").textValue() + "/" + expected.ask();
          assertThat(Difference.find(expected.answer(), client.get(path).json(200))).isEmpty();
        });
  }

  @Test
  void aCellMayHoldAnything() {
    String csv =
        "\uFEFFtype,\"event_id\",time,user_id,event_name,journey_id,properties\r"
            + "entered,1,2026-05-05T00:00:00+02:00,\"a\r\nb, \"\"c\"\"\",,"
            + target.journey()
            + ",\r\n"
            + "\r\n"
            + "custom,2,2026-05-05T01:00:00.123Z,=1+1,purchase,,\"{\"\"amount\"\": 99,\n"
            + "\"\"x\"\": [1]}\"";
    JsonNode answer = target.send(bytes(csv), CSV + "; charset=UTF-8").json(200);
    assertThat(answer.path("accepted").intValue()).isEqualTo(2);
    JsonNode users =
        target.client().get("journeys/" + target.journey() + "/users?period=all").json(200);
    assertThat(users.path("users").path(0).path("user_id").textValue()).isEqualTo("a\r\nb, \"c\"");
  }

  @Test
  void aGoalIsComputedFromPropertiesOfCsv() {
    String csv =
        "event_id,type,time,user_id,event_name,journey_id,properties\n"
            + "1,entered,2026-05-05T00:00:00Z,ann,,"
            + target.journey()
            + ",\n"
            + "2,custom,2026-05-05T01:00:00Z,ann,purchase,,\"{\"\"amount\"\": 99}\"\n";
    target.send(bytes(csv), CSV).json(200);
    JsonNode goals =
        target
            .client()
            .get("journeys/" + target.journey() + "/stats/performance?period=all")
            .json(200)
            .path("goals");
    assertThat(goals.path(0).path("count").intValue()).isEqualTo(1);
  }

  @Test
  void faultyEventsAreRefusedByTheirPositionAndKept() {
    String good = line("1", "entered");
    String body =
        String.join(
            "\n", good, "", "{\"event_id\": ", line("2", "entred"), "[]", line("3", "entered"));
    JsonNode answer = target.send(bytes(body), LINES).json(207);
    assertThat(answer.path("accepted").intValue()).isEqualTo(2);
    assertThat(answer.path("rejected_count").intValue()).isEqualTo(3);
    assertThat(answer.path("rejected").findValuesAsText("index")).containsExactly("1", "2", "3");
    assertThat(answer.path("rejected").path(1).path("event_id").textValue()).isEqualTo("2");
    assertThat(target.rejected().findValuesAsText("event"))
        .containsExactlyInAnyOrder("{\"event_id\": ", line("2", "entred"), "[]");
    assertThat(target.entrances()).isEqualTo(2);
  }

  @Test
  void faultyRecordsAreRefusedByTheirPositionAndKeptUnderTheirHeader() {
    String header = "event_id,type,time,user_id,journey_id\r\n";
    String csv =
        header
            + record("1", "entered")
            + "2,entered\r\n"
            + record("3", "entred")
            + record("\"4\"x", "entered")
            + record("5", "entered");
    JsonNode answer = target.send(bytes(csv), CSV).json(207);
    assertThat(answer.path("accepted").intValue()).isEqualTo(2);
    assertThat(answer.path("rejected").findValuesAsText("index")).containsExactly("1", "2", "3");
    assertThat(answer.path("rejected").findValuesAsText("field"))
        .containsExactly("event", "type", "event");
    assertThat(target.rejected().findValuesAsText("event"))
        .contains(header + "2,entered", header + record("3", "entred").strip());
    assertThat(target.entrances()).isEqualTo(2);
  }

  @Test
  void onlyTheFirstRejectionsAreListedAndAllAreCountedAndKept() {
    String faulty =
        IntStream.range(0, 1_500)
            .mapToObj(number -> line("no" + number, "entred"))
            .collect(Collectors.joining("\n"));
    JsonNode answer = target.send(bytes(faulty + "\n" + line("1", "entered")), LINES).json(207);
    assertThat(answer.path("accepted").intValue()).isEqualTo(1);
    assertThat(answer.path("rejected_count").intValue()).isEqualTo(1_500);
    assertThat(answer.path("rejected")).hasSize(1_000);
    JsonNode first = target.client().get("events/rejected?limit=1000").json(200);
    assertThat(first.path("rejected")).hasSize(1_000);
    String cursor = Client.encode(first.path("next_cursor").textValue());
    assertThat(
            target
                .client()
                .get("events/rejected?limit=1000&cursor=" + cursor)
                .json(200)
                .path("rejected"))
        .hasSize(500);
  }

  @Test
  void whereAllAreRefusedItIsAProblem() {
    Answer answer = target.send(bytes(line("1", "entred")), LINES);
    Problems.rejected(answer, "type");
    assertThat(answer.json().path("rejected_count").intValue()).isEqualTo(1);
    assertThat(answer.json().has("next_index")).isFalse();
  }

  @Test
  void nothingIsEverything() {
    assertThat(target.send(bytes(""), LINES).json(200).path("accepted").intValue()).isZero();
    assertThat(target.send(bytes("\n \n"), LINES).json(200).path("accepted").intValue()).isZero();
    String header = "event_id,type,time,user_id";
    assertThat(target.send(bytes(header), CSV).json(200).path("accepted").intValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event_id,type,time,user_id,usr|usr",
        "event_id,type,time|user_id",
        "event_id,type,time,user_id,hwid,hwid|hwid",
        "event_id;type;time;user_id|event_id",
        "''|event_id"
      })
  void wrongColumnsAreNamed(String header, String field) {
    Answer answer = target.send(bytes(header + "\n1,entered,2026-05-05T00:00:00Z,u,x\n"), CSV);
    Problems.invalid(answer, field);
    assertThat(answer.json().path("accepted").intValue()).isZero();
    assertThat(answer.json().path("next_index").intValue()).isZero();
    assertThat(target.rejected()).isEmpty();
  }

  @Test
  void otherTypesEncodingsAndCharsetsAreUnsupported() {
    byte[] body = bytes(line("1", "entered"));
    Problems.problem(target.send(body, "text/plain"), 415);
    Problems.problem(target.send(body, "application/json"), 415);
    Problems.problem(target.client().send("POST", ImportTarget.PATH, body), 415);
    Problems.problem(target.send(body, LINES, "br"), 415);
    Problems.problem(target.send(body, CSV + "; charset=ISO-8859-1"), 415);
    assertThat(target.entrances()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void aBodyThatBreaksOffTellsHowFarItCame(String encoding) {
    byte[] whole = packed(EventFlood.all(target.flood(60_000).csv()), encoding);
    byte[] torn = Arrays.copyOf(whole, whole.length * 9 / 10);
    JsonNode problem = Problems.problem(target.send(torn, CSV, encoding), 422);
    int accepted = problem.path("accepted").intValue();
    assertThat(accepted).isPositive().isLessThan(60_000);
    assertThat(accepted % PIECE).isZero();
    assertThat(problem.path("next_index").intValue()).isEqualTo(accepted);
    assertThat(problem.path("errors").path(0).path("field").textValue()).isEqualTo("body");
    assertThat(target.entrances()).isEqualTo(accepted);

    assertThat(target.send(whole, CSV, encoding).json(200).path("accepted").intValue())
        .isEqualTo(60_000);
    assertThat(target.entrances()).isEqualTo(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", " ", "\n", "\u0000"})
  void whatNeverEndsEndsTheImport(String endless) {
    byte[] body = bytes(line("1", "entered") + "\n" + endless.repeat(9 << 20));
    JsonNode problem = Problems.problem(target.send(body, LINES), 413);
    assertThat(problem.path("accepted").intValue()).isEqualTo(1);
    assertThat(problem.path("next_index").intValue()).isEqualTo(1);
    assertThat(target.entrances()).isEqualTo(1);
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheImport() {
    String csv = "event_id,type,time,user_id,journey_id\n" + record("1", "entered") + "\"";
    JsonNode problem =
        Problems.problem(target.send(bytes(csv + "x\r\n".repeat(3 << 20)), CSV), 413);
    assertThat(problem.path("accepted").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n"})
  void aBombIsDefused(String content) {
    byte[] bomb = packed(bytes(line("1", "entered") + "\n" + content.repeat(64 << 20)), "gzip");
    assertThat(bomb).hasSizeLessThan(1 << 20);
    Problems.problem(target.send(bomb, LINES, "gzip"), 413);
    assertThat(target.entrances()).isEqualTo(1);
  }

  @Test
  void bytesThatAreNoTextAreRefusedOneByOne() {
    String body = "\u0000\u0000\u0000\n" + line("1", "entered") + "\n" + line("\u0000", "entered");
    JsonNode answer = target.send(bytes(body), LINES).json(207);
    assertThat(answer.path("rejected").findValuesAsText("index")).containsExactly("0", "2");
    for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      Problems.problem(target.send(line("2", "entered").getBytes(charset), LINES), 422);
      Problems.problem(target.send("event_id,type,time".getBytes(charset), CSV), 422);
    }
    byte[] latin = line("é", "entered").getBytes(StandardCharsets.ISO_8859_1);
    Problems.problem(target.send(latin, LINES), 422);
    assertThat(target.entrances()).isEqualTo(1);
  }

  @Test
  void onlyWhoMaySendEventsMayImport() {
    TestTenant tenant = TestTenant.create(service, "UTC");
    byte[] body = bytes("");
    Client reader = tenant.client("read");
    Problems.problem(reader.send("POST", ImportTarget.PATH, body, "Content-Type", LINES), 403);
    Client nobody = Client.withKey(service.baseUri(), "jsk_nobody");
    Problems.problem(nobody.send("POST", ImportTarget.PATH, body, "Content-Type", LINES), 401);
    Client sender = tenant.client("ingest");
    sender.send("POST", ImportTarget.PATH, body, "Content-Type", LINES).json(200);
    // Another tenant's journey is no journey.
    byte[] stolen = bytes(line("1", "entered"));
    Problems.rejected(
        sender.send("POST", ImportTarget.PATH, stolen, "Content-Type", LINES), "journey_id");
  }

  private String line(String id, String type) {
    return "{\"event_id\":\"%s\",\"type\":\"%s\",\"time\":\"2026-05-05T00:00:00Z\",\"user_id\":\"u\",\"journey_id\":\"%s\"}"
        .formatted(id, type, target.journey());
  }

  private String record(String id, String type) {
    return "%s,%s,2026-05-05T00:00:00Z,u,%s\r\n".formatted(id, type, target.journey());
  }

  private static byte[] packed(byte[] body, String encoding) {
    return switch (encoding) {
      case "gzip" -> Delivery.gzip(body);
      case "zstd" -> Zstd.compress(body);
      default -> body;
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
