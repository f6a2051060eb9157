package io.journeystats.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * The client's connection of a request. It can be watched for a disconnect while the response is
 * computed: Jetty itself notices a disconnect only when it reads or writes.
 */
public final class ClientConnection {
  /** The request attribute that holds the connection. */
  public static final String PROPERTY = ClientConnection.class.getName();

  private final Request request;
  private final TrustedProxies proxies;

  private ClientConnection(Request request, TrustedProxies proxies) {
    this.request = request;
    this.proxies = proxies;
  }

  /** Returns the connection of a request, as set by the {@link Connector} if one is installed. */
  public static ClientConnection of(Request request) {
    return request.getAttribute(PROPERTY) instanceof ClientConnection line
        ? line
        : new ClientConnection(request, TrustedProxies.NONE);
  }

  /** Returns the client's address, or that of an untrusted proxy. */
  public String address() {
    return proxies.address(request);
  }

  /** Returns whether the client's own connection is encrypted. */
  public boolean isEncrypted() {
    return proxies.isEncrypted(request);
  }

  /** Returns whether a request has or announces a body. */
  public static boolean hasBody(Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  /**
   * Watches the connection for a disconnect. May only be used while the request is handled and none
   * of its body is read.
   *
   * @param onDisconnect runs at most once, when the client closes its side; must return quickly
   */
  public Watch watch(Runnable onDisconnect) {
    Connection connection = request.getConnectionMetaData().getConnection();
    return connection.getEndPoint() instanceof AbstractEndPoint endPoint
            && connection instanceof Connection.UpgradeTo upgradable
        ? DisconnectListener.open(endPoint, upgradable, onDisconnect)
        : () -> {};
  }

  /**
   * Registers a callback for the end of the request, successful or not.
   *
   * @param ended runs once
   */
  public void onEnd(Runnable ended) {
    Request.addCompletionListener(request, _ -> ended.run());
  }

  /**
   * Resets the connection, so that the client cannot take a partial response for a complete one in
   * any version of the protocol.
   */
  public void breakOff() {
    reset(request);
  }

  /** Resets the connection of any request. */
  static void reset(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    if (endPoint instanceof SelectableChannelEndPoint channel
        && channel.getChannel() instanceof SocketChannel socket) {
      try {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException _) {
        // Already closed.
      }
    }
    endPoint.close(new EofException("broken off"));
  }

  /** An active watch on a connection. */
  public interface Watch extends AutoCloseable {
    /** Ends the watch. Must be called before anything is written to the client. */
    @Override
    void close();
  }

  /** The handler that attaches the connection to every request. */
  public static final class Connector extends Handler.Wrapper {
    private static final String HSTS_ONE_YEAR = "max-age=31536000";

    private final TrustedProxies proxies;

    /** Creates a handler without trusted proxies. */
    public Connector() {
      this(TrustedProxies.NONE);
    }

    /** Creates a handler that trusts the given proxies. */
    public Connector(TrustedProxies proxies) {
      this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      ClientConnection line = new ClientConnection(request, proxies);
      request.setAttribute(PROPERTY, line);
      if (line.isEncrypted()) {
        response.getHeaders().put(HttpHeader.STRICT_TRANSPORT_SECURITY, HSTS_ONE_YEAR);
      }
      return super.handle(request, response, callback);
    }
  }

  /**
   * Waits for readable bytes. The end of the stream means that the client has disconnected. A byte
   * is the start of the next request: it is handed back to the connection, and the watch ends.
   */
  private static final class DisconnectListener implements Callback, Watch {
    private final AbstractEndPoint endPoint;
    private final Connection.UpgradeTo upgradable;
    private final Runnable onDisconnect;
    private boolean over;

    private DisconnectListener(
        AbstractEndPoint endPoint, Connection.UpgradeTo upgradable, Runnable onDisconnect) {
      this.endPoint = endPoint;
      this.upgradable = upgradable;
      this.onDisconnect = onDisconnect;
    }

    static DisconnectListener open(
        AbstractEndPoint endPoint, Connection.UpgradeTo upgradable, Runnable onDisconnect) {
      DisconnectListener listener = new DisconnectListener(endPoint, upgradable, onDisconnect);
      endPoint.tryFillInterested(listener);
      return listener;
    }

    @Override
    public synchronized void succeeded() {
      if (over) {
        return;
      }
      ByteBuffer one = BufferUtil.allocate(1);
      int read = read(one);
      if (read < 0) {
        over = true;
        onDisconnect.run();
      } else if (read > 0) {
        over = true;
        upgradable.onUpgradeTo(one);
      } else {
        endPoint.tryFillInterested(this);
      }
    }

    private int read(ByteBuffer one) {
      try {
        return endPoint.fill(one);
      } catch (IOException _) {
        return -1;
      }
    }

    /** The connection was closed or exceeded its idle timeout, which closes it too. */
    @Override
    public synchronized void failed(Throwable cause) {
      if (!over) {
        over = true;
        onDisconnect.run();
      }
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }

    @Override
    public synchronized void close() {
      if (!over) {
        over = true;
        endPoint.getFillInterest().onFail(new WatchEnded());
      }
    }
  }

  /**
   * Signals the end of a watch. It has no stack trace, since it is no error and occurs thousands of
   * times per second.
   */
  private static final class WatchEnded extends Exception {
    private static final long serialVersionUID = 1L;

    WatchEnded() {
      super("the watch has ended", null, false, false);
    }
  }
}
