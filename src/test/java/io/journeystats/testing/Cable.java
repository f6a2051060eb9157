package io.journeystats.testing;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network cable to a ClickHouse, which can be unplugged. */
public final class Cable implements AutoCloseable {
  private final ClickHouseEndpoint target;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;

  /** Lays a cable to that ClickHouse. */
  public Cable(ClickHouseEndpoint target) {
    this.target = target;
    this.listener = listen(0);
  }

  /** The ClickHouse as it is seen through the cable. */
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

  /** Takes connections again, if it was unplugged. */
  public void plugIn() {
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
      ServerSocket fresh = new ServerSocket();
      fresh.setReuseAddress(true);
      fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      Thread.startVirtualThread(() -> accept(fresh));
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
          // It was unplugged meanwhile, perhaps without a look at these two.
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
      // Both ends are closed below, as at the end of the stream.
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
