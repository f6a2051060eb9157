package io.journeystats.http;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A limit on the number of connections, in total and per address, and on the time that a client may
 * take to send the head of a request. A connection over the total replaces an idle one, so idle
 * clients never lock others out.
 *
 * <p>Add it both as a listener to the connectors and as a handler, which shows on which connections
 * a request is in progress.
 */
public final class ConnectionLimit extends Handler.Wrapper implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimit.class);

  private final Bounds bounds;
  private final LongSupplier nanoTime;
  private final Map<Connection, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private final LongAdder silent = new LongAdder();
  private Scheduler.@Nullable Task nextCheck;

  /**
   * Creates the limit.
   *
   * @param bounds the bounds
   * @param nanoTime the clock, such as {@link System#nanoTime}
   */
  public ConnectionLimit(Bounds bounds, LongSupplier nanoTime) {
    this.bounds = bounds;
    this.nanoTime = nanoTime;
  }

  /**
   * The bounds on connections.
   *
   * @param all the maximum number of connections
   * @param ofAddress the maximum number of connections per address
   * @param longestHead the time that a client may take to send the head of a request, and to send
   *     the first byte after connecting
   * @param trusted addresses without a limit of their own, such as those of a proxy
   */
  public record Bounds(
      int all, int ofAddress, Duration longestHead, Predicate<InetAddress> trusted) {}

  /** Returns the number of connections closed because a limit was reached. */
  public long refused() {
    return refused.sum();
  }

  /**
   * Returns the number of connections closed because the head of a request did not arrive in time.
   */
  public long silent() {
    return silent.sum();
  }

  @Override
  public void onOpened(Connection connection) {
    String address = address(connection);
    int ofAddress = byAddress.merge(address, 1, Integer::sum);
    Client client = new Client(connection, address, nanoTime.getAsLong());
    clients.put(connection, client);
    if (ofAddress > bounds.ofAddress() && !isTrusted(connection)) {
      close(client, refused, "its address has %d connections".formatted(bounds.ofAddress()));
    } else if (clients.size() > bounds.all()) {
      close(
          longestIdle().orElse(client),
          refused,
          "there are %d connections".formatted(bounds.all()));
    }
  }

  /** Closing takes a moment, during which the same connection may be selected again. */
  private static void close(Client client, LongAdder counter, String reason) {
    if (client.closing.compareAndSet(false, true)) {
      counter.increment();
      LOG.debug("Closing a connection of {}: {}", client.address, reason);
      client.connection.getEndPoint().close();
    }
  }

  /**
   * Returns the connection that has been idle longest, among those of the address with the most
   * connections.
   */
  private Optional<Client> longestIdle() {
    return clients.values().stream()
        .filter(client -> !client.isBusy() && !client.closing.get())
        .max(
            Comparator.comparingInt((Client client) -> byAddress.getOrDefault(client.address, 0))
                .thenComparing(Comparator.comparingLong((Client client) -> -client.since)));
  }

  @Override
  public void onClosed(Connection connection) {
    Client client = clients.remove(connection);
    if (client != null) {
      var _ =
          byAddress.computeIfPresent(
              client.address, (_, before) -> before == 1 ? null : before - 1);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Client client = clients.get(request.getConnectionMetaData().getConnection());
    if (client != null) {
      client.begin();
      Request.addCompletionListener(request, _ -> client.end(nanoTime.getAsLong()));
    }
    return super.handle(request, response, callback);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    scheduleCheck();
  }

  @Override
  protected void doStop() throws Exception {
    if (nextCheck != null) {
      var _ = nextCheck.cancel();
    }
    super.doStop();
  }

  private void scheduleCheck() {
    long pause = Math.clamp(bounds.longestHead().toMillis() / 10, 10, 1000);
    nextCheck = getServer().getScheduler().schedule(this::check, pause, TimeUnit.MILLISECONDS);
  }

  private void check() {
    long now = nanoTime.getAsLong();
    for (Client client : clients.values()) {
      if (client.isLate(now, bounds.longestHead().toNanos())) {
        close(client, silent, "no request arrived");
      }
    }
    if (isRunning()) {
      scheduleCheck();
    }
  }

  private boolean isTrusted(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress socket
        && bounds.trusted().test(socket.getAddress());
  }

  private static String address(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress socket
        ? ClientNetwork.of(InetAddresses.toAddrString(socket.getAddress()))
        : "";
  }

  /** A connection and its request state. */
  private static final class Client {
    private final Connection connection;
    private final String address;
    private final AtomicBoolean closing = new AtomicBoolean();

    /** When the connection was opened, or its last request ended. */
    private volatile long since;

    private volatile boolean busy;
    private volatile boolean hadRequest;

    /** The bytes received by then; further bytes belong to the next request. */
    private volatile long bytesBefore;

    private volatile boolean headSeen;
    private volatile long headSince;

    Client(Connection connection, String address, long since) {
      this.connection = connection;
      this.address = address;
      this.since = since;
    }

    void begin() {
      headSeen = false;
      busy = true;
      hadRequest = true;
    }

    void end(long now) {
      since = now;
      bytesBefore = connection.getBytesIn();
      busy = false;
    }

    boolean isBusy() {
      return busy;
    }

    /**
     * Between two requests only the idle timeout applies. The time for a head starts when a check
     * finds bytes of it.
     */
    boolean isLate(long now, long longest) {
      if (busy) {
        return false;
      }
      if (!hadRequest) {
        return now - since > longest;
      }
      if (connection.getBytesIn() == bytesBefore) {
        headSeen = false;
        return false;
      }
      if (!headSeen) {
        headSince = now;
        headSeen = true;
        return false;
      }
      return now - headSince > longest;
    }
  }
}
