package io.journeystats.exactness;

import static io.journeystats.exactness.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no events at all, or too many, or packed to do harm. */
class MalformedBodiesIT extends BadInput {
  private static final int MEBIBYTE = 1 << 20;

  private Answer sendBody(String body) {
    return admin.post("events", body, "application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "[{]",
        "{\"event_id\": \"x\"",
        "[{\"event_id\": \"x\"},]",
        "[] []",
        "nonsense",
        "'single'",
        "[NaN]",
        "<xml/>"
      })
  void malformedJsonIsAProblem(String body) {
    problem(sendBody(body), 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"text\"", "null", "true", "[5]", "[null]", "[[]]", "[\"text\"]"})
  void whatIsNoEventIsAProblem(String body) {
    problem(sendBody(body), 422);
  }

  @Test
  void aMalformedArrayStoresNothingOfIt() {
    String valid = Json.write(event());
    problem(sendBody("[" + valid + ", {\"event_id\": "), 422);
    problem(sendBody("[" + valid + ", " + valid + "} ]"), 422);
  }

  @Test
  void aMalformedLineIsARejectedEvent() {
    Answer answer = admin.post("events", "{\"event_id\": \n", "application/x-ndjson");
    JsonNode problem = problem(answer, 422);
    assertThat(problem.path("rejected").path(0).path("index").intValue()).isZero();
    assertThat(problem.path("rejected")).hasSize(1);
  }

  @Test
  void aBodyOf33MebibytesIsTooLarge() {
    problem(sendBody("[" + " ".repeat(33 * MEBIBYTE) + "]"), 413);
  }

  @Test
  void aGzipBombIsTooLarge() {
    byte[] bomb =
        Delivery.gzip(("[" + " ".repeat(200 * MEBIBYTE) + "]").getBytes(StandardCharsets.US_ASCII));
    assertThat(bomb).hasSizeLessThan(MEBIBYTE);
    problem(sendBytes(bomb, "application/json", "gzip"), 413);
  }

  @Test
  void moreThan50000EventsAreTooMany() {
    List<ObjectNode> events = IntStream.rangeClosed(0, 50_000).mapToObj(i -> event()).toList();
    problem(admin.post("events", Json.array(events)), 413);
    String lines = String.join("\n", events.stream().map(Json::write).toList());
    problem(admin.post("events", lines, "application/x-ndjson"), 413);
  }

  private Answer sendBytes(byte[] body, String type, String encoding) {
    return admin.send("POST", "events", body, "Content-Type", type, "Content-Encoding", encoding);
  }

  @Test
  void whatIsNoGzipIsAProblem() {
    byte[] plain = Json.write(event()).getBytes(StandardCharsets.UTF_8);
    problem(sendBytes(plain, "application/json", "gzip"), 422);
    byte[] packed = Delivery.gzip(plain);
    byte[] torn = Arrays.copyOf(packed, packed.length / 2);
    problem(sendBytes(torn, "application/json", "gzip"), 422);
  }

  @Test
  void otherContentTypesAndEncodingsAreUnsupported() {
    String body = Json.write(event());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    problem(admin.post("events", body, "text/plain"), 415);
    problem(admin.post("events", body, "application/xml"), 415);
    problem(admin.send("POST", "events", bytes), 415);
    problem(sendBytes(bytes, "application/json", "br"), 415);
  }

  @Test
  void invalidUtf8IsAProblem() {
    byte[] bytes =
        Json.write(event())
            .replace("somebody", "some\u00FFbody")
            .getBytes(StandardCharsets.ISO_8859_1);
    problem(admin.send("POST", "events", bytes, "Content-Type", "application/json"), 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83d", "\\udc00\\ud800"})
  void loneSurrogatesAreAProblem(String text) {
    problem(sendBody("[" + Json.write(event()).replace("somebody", text) + "]"), 422);
  }

  @Test
  void deepNestingIsAProblem() {
    problem(sendBody("[".repeat(100_000)), 422);
    problem(sendBody("{\"a\":".repeat(100_000)), 422);
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    String event = Json.write(event().put("properties", "DEEP"));
    problem(sendBody("[" + event.replace("\"DEEP\"", "{\"a\":" + deep + "}") + "]"), 422);
  }
}
