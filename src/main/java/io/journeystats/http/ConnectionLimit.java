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
 * The bounds on connections: how many there are, how many of them come from one address, and how
 * long a client may take to send the head of a request. A connection beyond the number takes the
 * place of another on which nothing is asked, so that silent ones never keep others out.
 *
 * <p>It is a listener to be added to connectors, and the handler that tells it on which connections
 * something is asked.
 */
public final class ConnectionLimit extends Handler.Wrapper implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimit.class);

  private final Bounds bounds;
  private final LongSupplier nanoTime;
  private final Map<Connection, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private final LongAdder silent = new LongAdder();
  private Scheduler.@Nullable Task next;

  /**
   * Makes the bounds.
   *
   * @param bounds how many connections, and how silent
   * @param nanoTime tells how time passes
   */
  public ConnectionLimit(Bounds bounds, LongSupplier nanoTime) {
    this.bounds = bounds;
    this.nanoTime = nanoTime;
  }

  /**
   * What connections are bounded by.
   *
   * @param all how many connections
   * @param ofAddress how many of them from one address
   * @param longestHead how long a client may take to send the head of a request, and how long for
   *     the first byte of the first
   * @param trusted addresses from which any number may come, such as those of a proxy
   */
  public record Bounds(
      int all, int ofAddress, Duration longestHead, Predicate<InetAddress> trusted) {}

  /** How many connections were closed as there were too many. */
  public long refused() {
    return refused.sum();
  }

  /** How many connections were closed as the head of a request did not come. */
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
      close(client, refused, "its address has %d already".formatted(bounds.ofAddress()));
    } else if (clients.size() > bounds.all()) {
      close(quietest().orElse(client), refused, "there are %d already".formatted(bounds.all()));
    }
  }

  /** Closing takes a moment, in which the same connection may be found again. */
  private static void close(Client client, LongAdder counter, String reason) {
    if (client.closing.compareAndSet(false, true)) {
      counter.increment();
      LOG.debug("Closes a connection of {}: {}", client.address, reason);
      client.connection.getEndPoint().close();
    }
  }

  /** Of those from where most come, the one on which nothing was asked for the longest time. */
  private Optional<Client> quietest() {
    return clients.values().stream()
        .filter(client -> !client.isAsking() && !client.closing.get())
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
    lookAgain();
  }

  @Override
  protected void doStop() throws Exception {
    if (next != null) {
      var _ = next.cancel();
    }
    super.doStop();
  }

  private void lookAgain() {
    long pause = Math.clamp(bounds.longestHead().toMillis() / 10, 10, 1000);
    next = getServer().getScheduler().schedule(this::look, pause, TimeUnit.MILLISECONDS);
  }

  private void look() {
    long now = nanoTime.getAsLong();
    for (Client client : clients.values()) {
      if (client.isLate(now, bounds.longestHead().toNanos())) {
        close(client, silent, "it sends no request");
      }
    }
    if (isRunning()) {
      lookAgain();
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

  /** One connection, and what is known of who is at its other end. */
  private static final class Client {
    private final Connection connection;
    private final String address;
    private final AtomicBoolean closing = new AtomicBoolean();

    /** When it was opened, or the last request on it ended. */
    private volatile long since;

    private volatile boolean asking;
    private volatile boolean hasAsked;

    /** What was received by then: more is the beginning of the next request. */
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
      asking = true;
      hasAsked = true;
    }

    void end(long now) {
      since = now;
      bytesBefore = connection.getBytesIn();
      asking = false;
    }

    boolean isAsking() {
      return asking;
    }

    /**
     * Between two requests there may be any silence that the idle time-out allows; the time of a
     * head begins when a look finds some of it.
     */
    boolean isLate(long now, long longest) {
      if (asking) {
        return false;
      }
      if (!hasAsked) {
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
