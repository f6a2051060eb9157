package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports as a caller meets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportHttpIT {
  private static final String COLUMNS =
      "Title,Status,Created,Category,Type,UUID,Total Reach,Unique Users,Users Inside,Drop-off,"
          + "Total Sends,Avg CTR,Goals,Push Sends,Push CTR,Email Sends,Email CTR,Email Clicks,"
          + "Email Unsubscribes,SMS Sends,SMS Deliveries,WhatsApp Sends,WhatsApp Opens,"
          + "In-App Shows,In-App Interaction,In-App Skips";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServiceUnderTest service = ServiceUnderTest.find();
  private Client reader = new Client(service.baseUri(), List.of());
  private Client stranger = reader;
  private JsonNode ready = Json.object();
  private byte[] whole = {};

  @BeforeAll
  void exportOnce() throws IOException, InterruptedException {
    service.setClock(WorkedExample.NOW);
    TestTenant tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
    stranger = TestTenant.create(service, "UTC").client("admin");
    Client admin = tenant.client("admin");
    admin.post("journeys", WorkedExample.journey()).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    admin.post("journeys", journey("=cmd|' /C calc'!A0", "Spring")).json(201);
    admin.post("journeys", journey("Ünïcode, \"quoted\"\r\nand broken", "Summer")).json(201);
    reader = tenant.client("read");
    ready = CampaignFile.finished(reader, reader.post("exports", all()).json(202));
    whole = ask("GET", file()).body();
  }

  private static ObjectNode journey(String title, String category) {
    ObjectNode journey = Json.object().put("title", title).put("category", category);
    journey.put("type", "audience_based").putArray("steps");
    journey.putArray("goals");
    return journey;
  }

  /** Whatever can be read at once, can be made in the background: the same bytes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users | | users.csv",
        "goals | | goals.csv",
        "goal_conversions | goal=bought | goals/bought.csv",
        "messages | channel=push goal=bought | channels/push.csv?goal=bought",
        "message_days | channel=push step_id=hello | channels/push/messages/hello.csv",
        "message_users | channel=push step_id=hello | channels/push/messages/hello/users.csv"
      })
  void everyTableOfAJourneyCanBeAJob(String kind, @Nullable String things, String path) {
    String journey = WorkedExample.journey().get("id").textValue();
    ObjectNode question = Json.object().put("kind", kind).put("journey_id", journey);
    for (String thing : (things == null ? "" : things).split(" ", -1)) {
      if (!thing.isEmpty()) {
        question.put(thing.replaceFirst("=.*", ""), thing.replaceFirst(".*=", ""));
      }
    }
    String atOnce = reader.get("journeys/" + journey + "/" + path).body();
    assertThat(atOnce.lines().count()).isGreaterThan(1);
    assertThat(CampaignFile.download(reader, question)).isEqualTo(atOnce);
    String styled = path + (path.contains("?") ? "&" : "?") + "bom=true&raw=true";
    String marked = reader.get("journeys/" + journey + "/" + styled).body();
    assertThat(marked).startsWith("\uFEFF");
    question.put("bom", true).put("raw", true);
    assertThat(CampaignFile.download(reader, question)).isEqualTo(marked);
  }

  @Test
  void aFileForProgramsHasTextsAsTheyAre() {
    String text = CampaignFile.download(reader, all().put("raw", true));
    assertThat(CampaignFile.read(text))
        .extracting(row -> row.get("Title"))
        .contains("=cmd|' /C calc'!A0");
    String journey = WorkedExample.journey().get("id").textValue();
    Problems.invalid(reader.get("journeys/" + journey + "/users.csv?bom=yes&raw=1"), "bom", "raw");
  }

  /** A browser has a cookie, and nothing in the request's other headers that tells who asks. */
  @Test
  void whatIsRememberedOnTheWayIsOnePersonsOwn() throws IOException, InterruptedException {
    String journey = "journeys/" + WorkedExample.journey().get("id").textValue();
    for (String path : List.of(file(), journey + "/users.csv", journey + "/stats/audience")) {
      assertThat(header(ask("GET", path), "Vary"))
          .as(path)
          .isEqualTo("Authorization, Cookie, Accept-Encoding");
    }
  }

  private static ObjectNode all() {
    return Json.object().put("kind", "journeys");
  }

  private String file() {
    return "exports/" + ready.get("id").textValue() + "/file";
  }

  private HttpResponse<byte[]> ask(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.baseUri().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .headers(reader.headers().toArray(String[]::new));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void theJobTellsWhatThereIsToKnow() {
    assertThat(ready.get("status").textValue()).isEqualTo("ready");
    assertThat(ready.get("rows_written").longValue()).isEqualTo(3);
    assertThat(ready.get("rows_total").longValue()).isEqualTo(3);
    assertThat(ready.get("progress").doubleValue()).isEqualTo(1);
    assertThat(ready.get("error").isNull()).isTrue();
    assertThat(ready.at("/file/size").longValue()).isEqualTo(whole.length);
    assertThat(ready.at("/file/sha256").textValue())
        .isEqualTo(Hashing.sha256().hashBytes(whole).toString());
    assertThat(ready.at("/file/name").textValue()).isEqualTo("Campaign statistics - all.csv");
  }

  @Test
  void theFileHasTheColumnsOfTheSpecification() {
    String text = new String(whole, StandardCharsets.UTF_8);
    List<CSVRecord> rows = CampaignFile.read(text);
    assertThat(String.join(",", rows.getFirst().getParser().getHeaderNames())).isEqualTo(COLUMNS);
    assertThat(rows)
        .extracting(row -> row.get("Title"))
        .containsExactlyInAnyOrder(
            WorkedExample.journey().get("title").textValue(),
            "'=cmd|' /C calc'!A0",
            "Ünïcode, \"quoted\"\r\nand broken");
  }

  @Test
  void theFileIsDownloadedAsAWhole() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = ask("GET", file());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith("text/csv");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + whole.length);
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "Content-Disposition"))
        .startsWith("attachment; filename=\"Campaign statistics - all.csv\"");
    assertThat(header(answer, "ETag")).isEqualTo(tag());
  }

  private String tag() {
    return "\"" + ready.at("/file/sha256").textValue() + "\"";
  }

  @Test
  void headTellsTheSameWithoutTheBytes() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = ask("HEAD", file());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo("" + whole.length);
    assertThat(header(answer, "ETag")).isEqualTo(tag());
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-9, 0, 10", "bytes=100-, 100, -1", "bytes=-7, -7, -1"})
  void aPartIsAnswered(String range, int from, int to) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = ask("GET", file(), "Range", range);
    int first = from < 0 ? whole.length + from : from;
    int end = to < 0 ? whole.length : to;
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(first, end - 1, whole.length));
    assertThat(header(answer, "Content-Length")).isEqualTo("" + (end - first));
  }

  @Test
  void whatLiesBeyondTheEndIsRefused() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = ask("GET", file(), "Range", "bytes=" + whole.length + "-");
    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + whole.length);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aPartOfAnotherFileIsNotMixedIn() throws IOException, InterruptedException {
    assertThat(ask("GET", file(), "Range", "bytes=1-2", "If-Range", tag()).statusCode())
        .isEqualTo(206);
    assertThat(ask("GET", file(), "Range", "bytes=1-2", "If-Range", "\"another\"").body())
        .isEqualTo(whole);
    assertThat(ask("GET", file(), "If-None-Match", tag()).statusCode()).isEqualTo(304);
  }

  @Test
  void theFiltersOfTheListHold() {
    ObjectNode question = all();
    question.putObject("filters").put("category", "Spring").put("status", "draft");
    List<CSVRecord> rows = CampaignFile.read(CampaignFile.download(reader, question));
    assertThat(rows).extracting(row -> row.get("Category")).containsExactly("Spring");
    question.putObject("filters").put("q", "ÜNÏ");
    rows = CampaignFile.read(CampaignFile.download(reader, question));
    assertThat(rows).extracting(row -> row.get("Category")).containsExactly("Summer");
  }

  @Test
  void anotherTenantFindsNothing() {
    String id = "exports/" + ready.get("id").textValue();
    Problems.problem(stranger.get(id), 404);
    Problems.problem(stranger.get(id + "/file"), 404);
    Problems.problem(stranger.send("DELETE", id, new byte[0]), 404);
    assertThat(stranger.get("exports").json(200).get("exports")).isEmpty();
  }

  @Test
  void whatWasRemovedIsGone() {
    JsonNode job = CampaignFile.finished(reader, reader.post("exports", all()).json(202));
    String id = "exports/" + job.get("id").textValue();
    assertThat(reader.send("DELETE", id, new byte[0]).status()).isEqualTo(204);
    assertThat(reader.send("DELETE", id, new byte[0]).status()).isEqualTo(204);
    JsonNode removed = reader.get(id).json(200);
    assertThat(removed.get("status").textValue()).isEqualTo("expired");
    assertThat(removed.get("error").textValue()).isEqualTo("The file was removed.");
    assertThat(removed.get("file").isNull()).isTrue();
    Problems.problem(reader.get(id + "/file"), 404);
  }

  @Test
  void theSameNameIsTheSameExport() {
    byte[] body = Utf8.bytes(Json.write(all()));
    String[] headers = {"Content-Type", "application/json", "Idempotency-Key", "monday"};
    JsonNode first = reader.send("POST", "exports", body, headers).json(202);
    JsonNode job = CampaignFile.finished(reader, first);
    assertThat(reader.send("POST", "exports", body, headers).json(202).get("id"))
        .isEqualTo(job.get("id"));
    byte[] other = Utf8.bytes("{\"kind\": \"journeys\", \"period\": \"7d\"}");
    Problems.invalid(reader.send("POST", "exports", other, headers), "Idempotency-Key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | kind",
        "{\"kind\": \"everything\"} | kind",
        "{\"kind\": \"journeys\", \"period\": \"year\"} | period",
        "{\"kind\": \"journeys\", \"tz\": \"Mars\"} | tz",
        "{\"kind\": \"journeys\", \"from\": \"2026-01-01\"} | to",
        "{\"kind\": \"journeys\", \"goal\": \"g\"} | goal",
        "{\"kind\": \"journeys\", \"filters\": {\"status\": \"asleep\"}} | filters.status",
        "{\"kind\": \"journeys\", \"filters\": {\"search\": \"a\"}} | filters.search",
        "{\"kind\": \"journeys\", \"filters\": {\"colour\": \"red\"}} | filters.colour",
        "{\"kind\": \"users\"} | journey_id",
        "{\"kind\": \"users\", \"journey_id\": \"1-1-1-1-1\"} | journey_id"
      })
  void whatIsWrongIsNamed(String body, String field) {
    Problems.invalid(reader.post("exports", body, "application/json"), field);
  }
}
