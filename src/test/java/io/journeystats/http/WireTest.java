package io.journeystats.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.HttpService;
import io.journeystats.testing.HttpService.Answer;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class WireTest {
  private static HttpService service;

  @BeforeAll
  static void start() {
    service = HttpService.start(environment -> environment.jersey().register(new Sample()));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void reportsAnUnknownPathAsAProblem() {
    assertProblem(get("/nowhere"), 404);
  }

  @Test
  void namesTheMethodsOfAPath() {
    Answer answer = service.send("DELETE", "/sample", null, null);
    assertProblem(answer, 405);
    assertThat(answer.header("Allow")).contains("GET").contains("POST");
  }

  @Test
  void refusesAResponseInAnotherMediaType() {
    assertProblem(service.send(request("/sample").header("Accept", "text/csv").build()), 406);
  }

  @Test
  void refusesABodyOfAnotherMediaType() {
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("<a/>");
    assertProblem(
        service.send(request("/sample").header("Content-Type", "text/xml").POST(body).build()),
        415);
    assertProblem(service.send(request("/sample").POST(body).build()), 415);
  }

  @Test
  void refusesACompressedBodyOfASmallResource() {
    assertProblem(
        service.send(
            request("/sample")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build()),
        415);
  }

  @Test
  void writesSnakeCaseAndTimesAndNulls() {
    Answer answer = get("/sample?someNumber=7");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body())
        .isEqualTo(
            """
            {"some_number":7,"some_time":"2026-11-23T00:00:00Z","some_text":null}\
            """);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void namesUnknownAndRepeatedQueryParameters() {
    assertThat(fields(get("/sample?some_number=1&tz=UTC&tz=UTC"))).contains("some_number");
    assertThat(fields(get("/sample?tz=UTC&tz=UTC"))).containsExactly("tz");
    assertThat(fields(get("/sample?someNumber=x"))).containsExactly("someNumber");
  }

  @Test
  void namesTheInvalidFieldsOfABody() {
    assertThat(fields(post("{\"items\": [{\"name\": \"a\"}, {\"nam\": \"b\"}]}")))
        .containsExactly("items[1].nam");
    assertThat(fields(post("{\"items\": [{\"name\": 5}]}"))).containsExactly("items[0].name");
    assertThat(fields(post("{\"items\": {}}"))).containsExactly("items");
    assertThat(fields(post("{\"count\": \"5\"}"))).containsExactly("count");
    assertThat(fields(post("{\"count\": 5.5}"))).containsExactly("count");
    assertThat(fields(post("{\"count\": 99999999999}"))).containsExactly("count");
    assertThat(fields(post("{\"count\": 1, \"count\": 2}"))).containsExactly("body");
    for (String body :
        List.of(
            "", "{", "[]", "null", "5", "{} {}", "\u0000", "[".repeat(10_000), "{\"a\":\"\n\"}")) {
      assertThat(fields(post(body))).hasSize(1);
    }
  }

  @Test
  void refusesABodyOfMoreThanAMebibyte() {
    assertThat(post("{\"name\": \"" + "x".repeat(1 << 20) + "\"}").status()).isEqualTo(413);
  }

  @Test
  void hidesTheCauseOfAFailure() {
    Answer answer = get("/sample/fault");
    assertProblem(answer, 500);
    assertThat(answer.response().body()).doesNotContain("secret");
    assertThat(answer.json().get("request_id").textValue())
        .isNotEmpty()
        .isEqualTo(answer.header("X-Request-Id"));
  }

  @Test
  void reportsMalformedHttpAsAProblem() throws IOException {
    for (String request :
        List.of(
            "GET /sample?a=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /%2e%2e/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /a%ff%fe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /sample?tz=%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "NONSENSE\r\n\r\n")) {
      String answer = raw(request);
      assertThat(answer).as(request).matches("(?s)HTTP/1.1 (200|4\\d\\d) .*");
      assertThat(answer).as(request).doesNotContain("<html").doesNotContain("Exception");
      if (!answer.startsWith("HTTP/1.1 200")) {
        assertThat(answer).as(request).contains(Problem.MEDIA_TYPE);
      }
    }
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.json().get("status").intValue()).isEqualTo(status);
    assertThat(answer.json().get("title").textValue()).isNotBlank();
    assertThat(answer.json().get("detail").textValue()).isNotBlank();
    assertThat(answer.json().get("type").textValue()).isNotBlank();
  }

  private static List<String> fields(Answer answer) {
    assertProblem(answer, 422);
    return answer
        .json()
        .get("errors")
        .valueStream()
        .map(error -> error.get("field").textValue())
        .toList();
  }

  private static Answer get(String path) {
    return service.send("GET", path, null, null);
  }

  private static Answer post(String body) {
    return service.send("POST", "/sample", null, body);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
  }

  /** A resource with all kinds of input. */
  @Path("/sample")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class Sample {
    @GET
    public Shown get(@BeanParam Asked asked) {
      return new Shown(asked.someNumber(), Instant.parse("2026-11-23T00:00:00Z"), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Taken post(Taken taken) {
      return taken;
    }

    @GET
    @Path("fault")
    public String fault() {
      return Optional.of("secret").map(Integer::valueOf).toString();
    }

    /**
     * Query parameters in one class; not a record, whose fields would carry the annotations, too,
     * which HK2 rejects.
     */
    public static final class Asked {
      private final int someNumber;

      /** Is created by Jersey. */
      public Asked(
          @QueryParam("someNumber") @DefaultValue("1") int someNumber,
          @QueryParam("tz") @Nullable String zone) {
        this.someNumber = someNumber;
      }

      int someNumber() {
        return someNumber;
      }
    }

    record Shown(int someNumber, Instant someTime, Optional<String> someText) {}

    record Taken(@Nullable String name, @Nullable Integer count, @Nullable List<Item> items) {}

    record Item(@Nullable String name) {}
  }
}
