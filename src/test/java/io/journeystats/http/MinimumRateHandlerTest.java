package io.journeystats.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.HttpService;
import io.journeystats.testing.Waiting;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

// These tests wait, so they run in parallel.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
final class MinimumRateHandlerTest {
  private static final int LARGE = 16 << 20;
  private static final int PIECE = 128;

  private final MinimumRateHandler handler = handler(100);
  private final HttpService service = service(handler);

  private static HttpService service(MinimumRateHandler handler) {
    return HttpService.start(environment -> {
      environment.getApplicationContext().insertHandler(handler);
      environment.getApplicationContext().insertHandler(new ClientConnection.Connector());
      UnreadBodyHandler.install(environment);
      environment.jersey().register(new Sample());
    });
  }

  /** The minimum rate in bytes per second, and three seconds for a whole body. */
  private static MinimumRateHandler handler(long bytesPerSecond) {
    return new MinimumRateHandler(
        new MinimumRateHandler.Bounds(bytesPerSecond, Duration.ofSeconds(1)),
        _ -> Duration.ofSeconds(3),
        System::nanoTime);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void refusesABodyThatStallsWhateverReadsIt() throws IOException {
    for (String type : new String[] {"application/json", "text/plain"}) {
      try (Socket socket = begin(type, 50)) {
        send(socket, "{");
        assertSlow(answer(socket), "slowly");
      }
    }
    assertThat(handler.slowBodies()).isEqualTo(2);
  }

  @Test
  void refusesABodyThatTrickles() throws IOException, InterruptedException {
    try (Socket socket = begin("application/json", 50_000)) {
      Thread trickle =
          Thread.startVirtualThread(() -> {
            try {
              while (true) {
                send(socket, " ");
                TimeUnit.MILLISECONDS.sleep(20);
              }
            } catch (IOException | InterruptedException _) {
              // The body is refused.
            }
          });
      assertSlow(answer(socket), "slowly");
      trickle.join();
    }
  }

  @Test
  void aFastStartDoesNotAllowLaterSilence() throws IOException {
    try (Socket socket = begin("text/plain", 200_000)) {
      send(socket, "x".repeat(199_999));
      assertSlow(answer(socket), "slowly");
    }
  }

  @Test
  void readsABodyAtTheMinimumRateUntilItsDeadline() throws IOException, InterruptedException {
    try (Socket socket = begin("text/plain", 450)) {
      for (int piece = 0; piece < 3; piece++) {
        send(socket, "x".repeat(150));
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("450");
    }
    try (Socket socket = begin("text/plain", 1_000_000)) {
      Thread.startVirtualThread(() -> {
        try {
          while (true) {
            send(socket, "x".repeat(150));
            TimeUnit.MILLISECONDS.sleep(50);
          }
        } catch (IOException | InterruptedException _) {
          // The body is refused.
        }
      });
      assertSlow(answer(socket), "longer than 3 s");
    }
  }

  /** The connection's idle timeout is restored once the body has arrived. */
  @Test
  void aResponseMayTakeLongerThanABody() throws IOException {
    try (Socket socket = begin("application/json", 15)) {
      send(socket, "{\"sleep\": tr");
      send(socket, "ue}");
      assertThat(answer(socket)).startsWith("HTTP/1.1 204");
    }
  }

  @Test
  void abortsAResponseThatIsNotRead() throws IOException, InterruptedException {
    MinimumRateHandler demanding = handler(1 << 20);
    try (HttpService large = service(demanding);
        Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), large.port()));
      send(socket, "GET /sample HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      Waiting.until(() -> demanding.slowReaders() > 0);
      long read = 0;
      try (InputStream answer = socket.getInputStream()) {
        read = answer.readAllBytes().length;
      } catch (IOException _) {
        // The connection was reset.
      }
      assertThat(read).isLessThan(LARGE);
    }
  }

  private static void assertSlow(String answer, String detail) {
    assertThat(answer)
        .startsWith("HTTP/1.1 408")
        .contains("application/problem+json")
        .contains(detail);
  }

  private Socket begin(String type, int length) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    send(
        socket,
        """
        POST /sample HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(type, length));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Reads request bodies in both ways that resources use. */
  @Path("/sample")
  public static final class Sample {
    private final RequestBody reader = new RequestBody();

    /** Sends more than any buffer holds. */
    @GET
    public StreamingOutput large() {
      return target -> {
        for (int piece = 0; piece < LARGE / PIECE; piece++) {
          target.write(new byte[PIECE]);
        }
      };
    }

    /** Reads JSON. */
    @POST
    @Consumes("application/json")
    public void read(Map<String, Object> body) throws InterruptedException {
      if (body.containsKey("sleep")) {
        TimeUnit.MILLISECONDS.sleep(2500);
      }
    }

    /** Reads a stream. */
    @POST
    @Consumes("text/plain")
    public String read(@Context HttpHeaders headers, InputStream body) {
      return String.valueOf(reader.read(body, headers, _ -> {}).length);
    }
  }
}
