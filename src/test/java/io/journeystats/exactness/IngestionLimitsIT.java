package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Senders of which each wants more memory than there is for all. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class IngestionLimitsIT {
  private static final int KIBIBYTE = 1024;
  private static final String LIMITS =
      "ingestion: {bodies: 3MiB, bodiesOfTenant: 2MiB, longestWait: 100ms}";

  private TestService running;
  private ServiceUnderTest service;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    running = TestService.start(database, LIMITS);
    service = new ServiceUnderTest.Own(running);
    service.setClock(Instant.now());
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void aTenantsBodiesWaitForItsOwnAndNotForOthers() throws IOException {
    Client greedy = client();
    Client modest = client();
    try (Upload upload = Upload.begin(greedy, 1900 * KIBIBYTE)) {
      Answer refused = refused(greedy);
      Problems.problem(refused, 429);
      assertThat(refused.retryAfter()).isEqualTo("1");
      assertThat(accepted(modest, 500 * KIBIBYTE)).isEqualTo(1);
      assertThat(upload.end()).startsWith("HTTP/1.1 200");
    }
    assertThat(accepted(greedy, 500 * KIBIBYTE)).isEqualTo(1);
  }

  @Test
  void whereAllTakeTooMuchNobodyIsToBlame() throws IOException {
    try (Upload one = Upload.begin(client(), 1700 * KIBIBYTE);
        Upload other = Upload.begin(client(), 1100 * KIBIBYTE)) {
      Answer refused = refused(client());
      Problems.unavailable(refused);
      assertThat(one.end()).startsWith("HTTP/1.1 200");
      assertThat(other.end()).startsWith("HTTP/1.1 200");
    }
    assertThat(accepted(client(), 900 * KIBIBYTE)).isEqualTo(1);
  }

  private Client client() {
    return TestTenant.create(service, "UTC").client("ingest");
  }

  /**
   * Asks until what others have begun to send has arrived and leaves no room; asks for next to
   * nothing, so as not to stand in their way.
   */
  private static Answer refused(Client client) {
    while (true) {
      Answer answer = client.post("events", "\n", "application/x-ndjson");
      if (answer.status() != 200) {
        return answer;
      }
    }
  }

  private static int accepted(Client client, int bytes) {
    JsonNode answer = client.post("events", body(bytes), "application/x-ndjson").json(200);
    return answer.path("accepted").intValue();
  }

  /** An event before so many empty lines. */
  private static String body(int bytes) {
    return """
    {"event_id": "1", "type": "custom", "time": "2026-05-05T00:00:00Z", "user_id": "u", "event_name": "e"}
    """
        + "\n".repeat(bytes);
  }

  /** A body of which only the last byte is missing. */
  private record Upload(Socket socket) implements AutoCloseable {
    static Upload begin(Client client, int bytes) throws IOException {
      URI uri = client.baseUri().resolve("events");
      byte[] body = body(bytes).getBytes(StandardCharsets.UTF_8);
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
      String head =
          """
          POST %s HTTP/1.1\r
          Host: localhost\r
          Connection: close\r
          Authorization: %s\r
          Content-Type: application/x-ndjson\r
          Content-Length: %d\r
          \r
          """
              .formatted(uri.getPath(), client.headers().get(1), body.length + 1);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      return new Upload(socket);
    }

    /** Sends the rest; the answer. */
    String end() throws IOException {
      socket.getOutputStream().write('\n');
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
