package io.journeystats.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.HttpService;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class UnreadBodyHandlerTest {
  private static final String BODY = "{\"some\": 1}";

  private final HttpService service =
      HttpService.start(environment -> {
        UnreadBodyHandler.install(environment);
        environment.jersey().register(new Hasty());
      });

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void closesTheConnectionIfTheBodyHasNotArrived() throws IOException {
    try (Socket socket = connect()) {
      send(socket, head());
      assertThat(answer(socket)).contains("http/1.1 204 no content", "connection: close");
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void keepsTheConnectionIfTheUnreadBodyHasArrived() throws IOException {
    try (Socket socket = connect()) {
      for (int request = 0; request < 3; request++) {
        send(socket, head() + BODY);
        assertThat(answer(socket))
            .contains("http/1.1 204 no content")
            .doesNotContain("connection: close");
      }
    }
  }

  /** If the connection were closed at once, the arriving bytes would reset it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 40000",
        "Content-Length: 40000\r\nConnection: close",
        "Content-Length: 400000",
        "Content-Length: 400000\r\nConnection: close",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nConnection: close"
      })
  void aClientWithALateBodyReceivesTheResponse(String headers)
      throws IOException, InterruptedException {
    try (Socket socket = connect()) {
      send(socket, "POST /hasty HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n");
      for (int part = 0; part < 3; part++) {
        TimeUnit.MILLISECONDS.sleep(100);
        send(socket, headers.contains("chunked") ? "4\r\nsome\r\n" : "x".repeat(10_000));
      }
      TimeUnit.MILLISECONDS.sleep(100);
      assertThat(answer(socket)).contains("http/1.1 204 no content");
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), service.port());
  }

  private static String head() {
    return """
    POST /hasty HTTP/1.1\r
    Host: localhost\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    """
        .formatted(BODY.length());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The lines of a response without a body, in lowercase. */
  private static List<String> answer(Socket socket) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int next = socket.getInputStream().read();
        next >= 0;
        next = socket.getInputStream().read()) {
      if (next == '\n' && line.isEmpty()) {
        return lines;
      } else if (next == '\n') {
        lines.add(line.toString().toLowerCase(Locale.ROOT));
        line.setLength(0);
      } else if (next != '\r') {
        line.append((char) next);
      }
    }
    return lines;
  }

  /** Responds without reading the body. */
  @Path("hasty")
  public static final class Hasty {
    /** Responds without content. */
    @POST
    public void answer() {
      // Ignores the body.
    }
  }
}
