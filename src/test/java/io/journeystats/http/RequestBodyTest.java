package io.journeystats.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.testing.HttpService;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Bodies that come in their own time. */
class RequestBodyTest {
  private static final int ENOUGH = 200_000;

  @Test
  void aTricklingSenderIsCutOff() throws IOException {
    try (HttpService service =
            HttpService.start(environment -> environment.jersey().register(new Sample()));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket
          .getOutputStream()
          .write(
              """
              POST /body HTTP/1.1\r
              Host: localhost\r
              Content-Type: text/plain\r
              Content-Length: 1000\r
              \r
              the first bytes, and no more\
              """
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 408")
          .contains("application/problem+json", "16 KiB a second");
    }
  }

  @Test
  void whoLetsUsWaitButSendsEnoughIsRead() throws IOException {
    assertThat(readSlowly(ENOUGH, 9)).isEqualTo(ENOUGH);
  }

  @Test
  void aFastStartPaysForNothing() {
    assertThatThrownBy(() -> readSlowly(1, 4)).isInstanceOf(ClientErrorException.class);
  }

  /** Reads a million bytes at once and then some, for which it has to wait each time. */
  private static int readSlowly(int bytesAtATime, int seconds) throws IOException {
    AtomicLong now = new AtomicLong();
    AtomicLong step = new AtomicLong();
    InputStream stream =
        new SteadyInputStream(
            new ByteArrayInputStream(new byte[2_000_000]), () -> now.addAndGet(step.get()));
    assertThat(stream.readNBytes(1_000_000)).hasSize(1_000_000);
    step.set(TimeUnit.SECONDS.toNanos(seconds));
    int read = 0;
    for (int time = 0; time < 4; time++) {
      read = stream.read(new byte[bytesAtATime], 0, bytesAtATime);
    }
    return read;
  }

  /** A resource to whose clock every look takes a quarter of an hour. */
  @Path("/body")
  public static final class Sample {
    private final AtomicLong now = new AtomicLong();
    private final RequestBody reader =
        new RequestBody(() -> now.addAndGet(TimeUnit.MINUTES.toNanos(15)));

    /** Reads what is sent. */
    @POST
    @Consumes("text/plain")
    public String read(@Context HttpHeaders headers, InputStream body) {
      return String.valueOf(reader.read(body, headers, _ -> {}).length);
    }
  }
}
