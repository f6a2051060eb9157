package io.journeystats.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.HttpService;
import io.journeystats.testing.Waiting;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ConnectionLimitTest {
  private static final Duration LONGEST_HEAD = Duration.ofSeconds(5);
  private static final String REQUEST = "GET /sample HTTP/1.1\r\nHost: localhost\r\n\r\n";

  /** The time as the limit sees it; it advances only when a test says so. */
  private final AtomicLong nanoTime = new AtomicLong();

  private final ConnectionLimit limit =
      new ConnectionLimit(
          new ConnectionLimit.Bounds(
              5, 3, LONGEST_HEAD, address -> address.getHostAddress().equals("127.0.0.9")),
          nanoTime::incrementAndGet);

  private final HttpService service =
      HttpService.start(environment -> {
        environment.getApplicationContext().insertHandler(limit);
        environment
            .lifecycle()
            .addServerLifecycleListener(
                server -> server.getConnectors()[0].addEventListener(limit));
        environment.jersey().register(new Sample());
      });

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    service.close();
  }

  @Test
  void limitsTheConnectionsOfAnAddress() throws IOException {
    for (int one = 0; one < 3; one++) {
      ask(connect("127.0.0.2"));
    }
    assertClosed(connect("127.0.0.2"));
    ask(connect("127.0.0.3"));
    assertThat(limit.refused()).isEqualTo(1);
    sockets.getFirst().close();
    Waiting.until(() -> isAnswered(connect("127.0.0.2")));
  }

  @Test
  void aFurtherConnectionReplacesAnIdleOneOfTheBusiestAddress() throws IOException {
    ask(connect("127.0.0.2"));
    List<Socket> most = new ArrayList<>();
    for (int one = 0; one < 3; one++) {
      most.add(connect("127.0.0.3"));
      ask(most.getLast());
    }
    ask(connect("127.0.0.4"));
    ask(connect("127.0.0.5"));
    int closed = 0;
    for (Socket socket : sockets) {
      if (!isAnswered(socket)) {
        assertThat(most).contains(socket);
        closed++;
      }
    }
    assertThat(closed).isEqualTo(1);
  }

  @Test
  void aTrustedAddressHasNoLimitOfItsOwn() throws IOException {
    for (int one = 0; one < 5; one++) {
      ask(connect("127.0.0.9"));
    }
    for (Socket socket : sockets) {
      ask(socket);
    }
  }

  @Test
  void closesAConnectionWithoutARequest() throws IOException {
    Socket silent = connect("127.0.0.2");
    Socket other = connect("127.0.0.3");
    ask(other);
    passUntilClosed(silent);
    ask(other);
    assertThat(limit.silent()).isEqualTo(1);
  }

  @Test
  void closesAConnectionWhoseHeadTrickles() throws IOException, InterruptedException {
    for (boolean asksBefore : new boolean[] {false, true}) {
      Socket socket = connect("127.0.0.2");
      if (asksBefore) {
        ask(socket);
      }
      Thread trickle =
          Thread.startVirtualThread(() -> {
            try {
              send(socket, "GET /sample HTTP/1.1\r\nX: ");
              while (true) {
                send(socket, "x");
                pass(LONGEST_HEAD.dividedBy(10));
                TimeUnit.MILLISECONDS.sleep(20);
              }
            } catch (IOException | InterruptedException _) {
              // The connection is closed.
            }
          });
      assertClosed(socket);
      trickle.join();
    }
  }

  /** Only a started request must be completed in time. */
  @Test
  void aConnectionMayBeIdleBetweenRequests() throws IOException {
    Socket socket = connect("127.0.0.2");
    ask(socket);
    Socket silent = connect("127.0.0.3");
    // The check that closes one connection leaves the other.
    passUntilClosed(silent);
    ask(socket);
  }

  private Socket connect(String from) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
    sockets.add(socket);
    return socket;
  }

  /** The service may notice a connection after its client does. */
  private void passUntilClosed(Socket silent) throws IOException {
    Waiting.until(() -> {
      pass(LONGEST_HEAD);
      return limit.silent() > 0;
    });
    assertClosed(silent);
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void ask(Socket socket) throws IOException {
    assertThat(isAnswered(socket)).isTrue();
  }

  private static boolean isAnswered(Socket socket) throws IOException {
    try {
      send(socket, REQUEST);
      StringBuilder answer = new StringBuilder();
      while (!answer.toString().endsWith("done")) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          return false;
        }
        answer.append((char) next);
      }
      return answer.toString().startsWith("HTTP/1.1 200");
    } catch (SocketException _) {
      return false;
    }
  }

  private static void assertClosed(Socket socket) throws IOException {
    try {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  /** Answers. */
  @Path("/sample")
  public static final class Sample {
    /** Answers. */
    @GET
    public String answer() {
      return "done";
    }
  }
}
