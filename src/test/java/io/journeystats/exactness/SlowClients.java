package io.journeystats.exactness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Clients that hold connections for as long as they can: some never send a byte, some a head that
 * never ends, some a body a byte at a time, with a key and without, and some read nothing. Those
 * that are closed come again.
 */
final class SlowClients implements AutoCloseable {
  private static final int KINDS = 6;
  private static final long PAUSE_MILLIS = 250;

  /** All of 127/8 is this machine, so there are as many addresses as a test likes. */
  private static final int ADDRESSES = 20;

  private final URI api;
  private final String key;
  private final String large;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicInteger connected = new AtomicInteger();
  private final LongAdder again = new LongAdder();
  private volatile boolean over;

  /**
   * Lets them come.
   *
   * @param slow holds the key of those that have one
   * @param large what is asked for by those that read nothing
   */
  SlowClients(Client slow, int number, String large) {
    this.api = slow.baseUri();
    this.key = slow.headers().get(1);
    this.large = large;
    for (int client = 0; client < number; client++) {
      int kind = client % KINDS;
      String address = "127.0.1." + (1 + client % ADDRESSES);
      threads.execute(() -> stay(kind, address));
    }
  }

  /** How many are connected right now. */
  int connected() {
    return connected.get();
  }

  /** How often one was closed and came again. */
  long again() {
    return again.sum();
  }

  private void stay(int kind, String address) {
    while (!over) {
      try (Socket socket = new Socket()) {
        socket.setReceiveBufferSize(4096);
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.getPort()));
        add(socket);
        connected.incrementAndGet();
        try {
          send(socket, beginning(kind));
          trickle(socket, kind);
        } finally {
          connected.decrementAndGet();
        }
      } catch (IOException _) {
        // It was closed, as it should be.
      } catch (InterruptedException _) {
        return;
      }
      again.increment();
    }
  }

  private synchronized void add(Socket socket) throws IOException {
    sockets.removeIf(Socket::isClosed);
    sockets.add(socket);
    if (over) {
      socket.close();
    }
  }

  private String beginning(int kind) {
    return switch (kind) {
      case 0 -> "";
      case 1 -> "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\nX-Long: ";
      case 2 -> head("session", null, 1_000) + "{";
      case 3 -> head("events", key, 100_000) + "[";
      case 4 -> head("journeys", key, 1_000) + "{";
      case 5 ->
          "GET %s%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
              .formatted(api.getPath(), large, key)
              .repeat(2);
      default -> throw new IllegalArgumentException();
    };
  }

  private String head(String path, @Nullable String authorization, int length) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
        .formatted(
            api.getPath() + path,
            authorization == null ? "" : "Authorization: " + authorization + "\r\n",
            length);
  }

  private void trickle(Socket socket, int kind) throws IOException, InterruptedException {
    if (kind == 0 || kind == 5) {
      // Until the service closes it; of an answer, a byte is taken now and then.
      while (socket.getInputStream().read() >= 0) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return;
    }
    while (!over) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      send(socket, " ");
      if (socket.getInputStream().available() > 0) {
        return;
      }
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    over = true;
    synchronized (this) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    threads.shutdownNow();
    threads.close();
  }
}
