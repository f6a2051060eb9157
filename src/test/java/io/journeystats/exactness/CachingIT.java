package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What answers tell the caches on their way, and what remains of them while ClickHouse is away. */
@Timeout(120)
@ExtendWith(TestClickHouse.class)
class CachingIT {
  /** Every answer ends at once, so that nothing has to be waited for. */
  private static final String SHORT_LIVES =
      "cache: {runningLifetime: 0s, busyLifetime: 1s, endedLifetime: 0s}";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Cable cable;
  private static TestService service;
  private static Client client;
  private static String stats;

  @BeforeAll
  static void start(ClickHouseEndpoint clickHouse) {
    cable = new Cable(clickHouse);
    service = TestService.start(cable.endpoint(), SHORT_LIVES);
    ServiceUnderTest underTest = new ServiceUnderTest.Own(service);
    underTest.setClock(WorkedExample.NOW);
    client = TestTenant.create(underTest, WorkedExample.ZONE.getId()).client("admin");
    client.post("journeys", WorkedExample.journey()).json(201);
    client.post("events", Json.array(WorkedExample.events())).json(200);
    stats = "journeys/" + WorkedExample.journey().get("id").textValue() + "/stats/";
  }

  @AfterAll
  static void stop() {
    service.close();
    cable.close();
  }

  @Test
  void anAnswerThatSaysTheSameIsNotSentTwice() {
    var first = get(stats + "health");
    String tag = header(first, "ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(header(first, "Cache-Control")).isEqualTo("private, must-revalidate, max-age=0");
    assertThat(String.join(",", first.headers().allValues("Vary")))
        .contains("Authorization", "Accept-Encoding");

    var again = get(stats + "health", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(header(again, "Cache-Control")).startsWith("private");

    ObjectNode event = WorkedExample.events().getFirst().put("event_id", "one more");
    client.post("events", event).json(200);
    var changed = get(stats + "health", "If-None-Match", tag, "Cache-Control", "no-cache");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(header(changed, "ETag")).isNotEqualTo(tag);
  }

  @Test
  void aLongAnswerIsCompressedForThoseWhoCanReadThat() throws IOException {
    String hours = stats + "health?interval=hour";
    var plain = get(hours);
    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(header(get(hours, "Accept-Encoding", "gzip;q=0, identity"), "Content-Encoding"))
        .isEmpty();
    assertThat(header(get(stats + "audience", "Accept-Encoding", "gzip"), "Content-Encoding"))
        .isEmpty();
    var packed = get(hours, "Accept-Encoding", "br, gzip");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.body().length).isLessThan(plain.body().length / 4);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
    var again = get(hours, "Accept-Encoding", "gzip", "If-None-Match", header(packed, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void aRefusalIsNeverKept() {
    var refused = get(stats + "health?period=never");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(refused, "ETag")).isEmpty();
  }

  @Test
  void whatChangesNothingEndsNoAnswer() {
    // Where the service was busy for a while, it cannot be sure that it is still alone.
    Waiting.until(() -> {
      get(stats + "performance");
      long runs = runs();
      client.post("events", Json.array(WorkedExample.events())).json(200);
      client.post("events", custom("page_view")).json(200);
      assertThat(get(stats + "performance").statusCode()).isEqualTo(200);
      return runs() == runs;
    });
    long runs = runs();
    String goal = WorkedExample.journey().get("goals").findValuesAsText("event_name").getFirst();
    client.post("events", custom(goal)).json(200);
    get(stats + "performance");
    Waiting.until(() -> runs() > runs);
  }

  private static ObjectNode custom(String name) {
    return Json.object()
        .put("event_id", "custom " + UUID.randomUUID())
        .put("type", "custom")
        .put("time", WorkedExample.NOW.toString())
        .put("user_id", "ann")
        .put("event_name", name);
  }

  /** How often answers were made. */
  private static long runs() {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("statistics_runs_count "))
        .mapToLong(line -> (long) Double.parseDouble(line.split(" ", 2)[1]))
        .sum();
  }

  private static String metrics() {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(service.adminUri().resolve("metrics")).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The driver by itself would wait for a minute. */
  @Timeout(30)
  @Test
  void anOldAnswerIsShownAndMarkedWhileClickHouseIsAway() {
    Map<String, byte[]> known =
        Stream.of("performance", "health", "audience", "channels", "channels/push", "overview")
            .collect(Collectors.toMap(name -> stats + name, name -> get(stats + name).body()));
    cable.unplug();
    try {
      assertThat(get(stats + "performance?period=7d").statusCode()).isEqualTo(503);
      known.forEach((path, body) -> {
        var stale = get(path);
        assertThat(stale.statusCode()).as(path).isEqualTo(200);
        assertThat(stale.body()).isEqualTo(body);
        assertThat(header(stale, "Journey-Stats-Stale")).isEqualTo("true");
        assertThat(header(stale, "Warning")).isEqualTo("110 - \"Response is Stale\"");
        assertThat(header(stale, "Age")).matches("[0-9]+");
        assertThat(header(stale, "Cache-Control")).isEqualTo("private, no-cache");
        var fresh = get(path, "Cache-Control", "no-cache");
        assertThat(fresh.statusCode()).isEqualTo(503);
        assertThat(header(fresh, "Retry-After")).isNotEmpty();
        assertThat(header(fresh, "Cache-Control")).isEqualTo("no-store");
      });
    } finally {
      cable.plugIn();
      service.awaitStore();
    }
    String path = stats + "performance";
    var back =
        Waiting.until(
            () -> get(path),
            answer ->
                answer.statusCode() == 200 && header(answer, "Journey-Stats-Stale").isEmpty());
    assertThat(header(back, "Warning") + header(back, "Age")).isEmpty();
  }

  @Test
  void tellsHowItDoes() {
    get(stats + "health");
    assertThat(metrics().lines())
        .anyMatch(line -> line.matches("statistics_runs_count [1-9].*"))
        .anyMatch(line -> line.startsWith("statistics_cache_stale "))
        .anyMatch(line -> line.startsWith("statistics_refused_tenant 0"))
        .anyMatch(line -> line.startsWith("statistics_waiting "));
  }

  private static HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(client.baseUri().resolve(path));
    Stream.of(client.headers(), List.of(headers))
        .forEach(some -> {
          for (int i = 0; i < some.size(); i += 2) {
            request.header(some.get(i), some.get(i + 1));
          }
        });
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
