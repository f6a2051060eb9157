package io.journeystats.testing;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A proxy to ClickHouse that simulates network failures. */
public final class Cable implements AutoCloseable {
  /** More connections than fit in the shortest accept queue of a socket. */
  private static final int QUEUE = 16;

  private static final int FILLING_MILLIS = 200;
  private static final long PAUSE_NANOS = 1_000_000;

  private final ClickHouseEndpoint target;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;
  private boolean isLost;

  /** Creates a proxy to a ClickHouse. */
  public Cable(ClickHouseEndpoint target) {
    this.target = target;
    this.listener = listen(0);
  }

  /** The endpoint of the proxy. */
  public ClickHouseEndpoint endpoint() {
    return new ClickHouseEndpoint(
        URI.create("http://127.0.0.1:" + listener.getLocalPort()),
        target.user(),
        target.password(),
        target.database());
  }

  /** Breaks every connection and refuses new ones. */
  public void unplug() {
    close(listener);
    connections.forEach(Cable::close);
  }

  /**
   * Breaks every connection and does not answer attempts to connect, like a host that is
   * unreachable.
   */
  public void loseHost() throws IOException {
    int port = listener.getLocalPort();
    unplug();
    isLost = true;
    listener = bound(port, 1);
    // Connections that do not fit in the queue are dropped silently.
    for (int filler = 0; filler < QUEUE; filler++) {
      Socket socket = new Socket();
      connections.add(socket);
      try {
        socket.connect(listener.getLocalSocketAddress(), FILLING_MILLIS);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
    throw new IllegalStateException("the accept queue is longer than " + QUEUE);
  }

  /** Accepts connections again. */
  public void plugIn() {
    if (isLost) {
      unplug();
      isLost = false;
    }
    if (listener.isClosed()) {
      listener = listen(listener.getLocalPort());
    }
  }

  @Override
  public void close() {
    unplug();
  }

  private ServerSocket listen(int port) {
    try {
      ServerSocket fresh = bound(port, 0);
      Thread.startVirtualThread(() -> accept(fresh));
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the previous listener has released the port. */
  private static ServerSocket bound(int port, int queue) throws IOException {
    while (true) {
      ServerSocket fresh = new ServerSocket();
      fresh.setReuseAddress(true);
      try {
        fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), queue);
        return fresh;
      } catch (BindException inUse) {
        fresh.close();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket near = from.accept();
        Socket far = new Socket(target.url().getHost(), target.url().getPort());
        connections.add(near);
        connections.add(far);
        if (from.isClosed()) {
          // Unplugged in the meantime, perhaps before these two were registered.
          close(near);
          close(far);
        }
        Thread.startVirtualThread(() -> pump(near, far));
        Thread.startVirtualThread(() -> pump(far, near));
      }
    } catch (IOException unplugged) {
      close(from);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException broken) {
      // Closed below, as at the end of the stream.
    }
    close(from);
    close(to);
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
