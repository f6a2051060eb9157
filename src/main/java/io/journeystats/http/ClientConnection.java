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
 * The connection that a request came on, which can be watched while its answer is made: the server
 * itself looks at it only when it reads or writes, so it would notice too late that the client has
 * hung up.
 */
public final class ClientConnection {
  /** The property of a request that holds its line. */
  public static final String PROPERTY = ClientConnection.class.getName();

  private final Request request;
  private final TrustedProxies proxies;

  private ClientConnection(Request request, TrustedProxies proxies) {
    this.request = request;
    this.proxies = proxies;
  }

  /** The line of a request, which the {@link Connector} has given it where there is one. */
  public static ClientConnection of(Request request) {
    return request.getAttribute(PROPERTY) instanceof ClientConnection line
        ? line
        : new ClientConnection(request, TrustedProxies.NONE);
  }

  /** The address of the client, or of a proxy that is not trusted. */
  public String address() {
    return proxies.address(request);
  }

  /** Tells whether the client's own connection is encrypted. */
  public boolean isEncrypted() {
    return proxies.isEncrypted(request);
  }

  /** Tells whether a request has a body, or says so. */
  public static boolean hasBody(Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  /**
   * Watches the line; only while the request is handled, and nothing of its body is read.
   *
   * @param hungUp is run, once at most, when the client has closed its side; must be quick
   */
  public Watch watch(Runnable hungUp) {
    Connection connection = request.getConnectionMetaData().getConnection();
    return connection.getEndPoint() instanceof AbstractEndPoint endPoint
            && connection instanceof Connection.UpgradeTo bytesBack
        ? Ear.open(endPoint, bytesBack, hungUp)
        : () -> {};
  }

  /**
   * Waits for the end of the request, whatever it is answered.
   *
   * @param ended is run once then
   */
  public void onEnd(Runnable ended) {
    Request.addCompletionListener(request, _ -> ended.run());
  }

  /**
   * Breaks the line off, so that nobody can take for complete what was sent so far: the client sees
   * a connection that was reset, whatever protocol it speaks.
   */
  public void breakOff() {
    reset(request);
  }

  /** The same, of any request. */
  static void reset(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    if (endPoint instanceof SelectableChannelEndPoint channel
        && channel.getChannel() instanceof SocketChannel socket) {
      try {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException _) {
        // It is closed already.
      }
    }
    endPoint.close(new EofException("broken off"));
  }

  /** The time for which a line is watched. */
  public interface Watch extends AutoCloseable {
    /** Ends it, before anything is written to the client. */
    @Override
    void close();
  }

  /** The handler that gives every request its line. */
  public static final class Connector extends Handler.Wrapper {
    private static final String ENCRYPTED_FOR_A_YEAR = "max-age=31536000";

    private final TrustedProxies proxies;

    /** A handler behind no proxy. */
    public Connector() {
      this(TrustedProxies.NONE);
    }

    /** A handler behind these proxies. */
    public Connector(TrustedProxies proxies) {
      this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      ClientConnection line = new ClientConnection(request, proxies);
      request.setAttribute(PROPERTY, line);
      if (line.isEncrypted()) {
        response.getHeaders().put(HttpHeader.STRICT_TRANSPORT_SECURITY, ENCRYPTED_FOR_A_YEAR);
      }
      return super.handle(request, response, callback);
    }
  }

  /**
   * What waits for something to be read. The end of the stream means that the client has hung up. A
   * byte is the beginning of its next request: it is given back, and the watch is over.
   */
  private static final class Ear implements Callback, Watch {
    private final AbstractEndPoint endPoint;
    private final Connection.UpgradeTo bytesBack;
    private final Runnable hungUp;
    private boolean over;

    private Ear(AbstractEndPoint endPoint, Connection.UpgradeTo bytesBack, Runnable hungUp) {
      this.endPoint = endPoint;
      this.bytesBack = bytesBack;
      this.hungUp = hungUp;
    }

    static Ear open(AbstractEndPoint endPoint, Connection.UpgradeTo bytesBack, Runnable hungUp) {
      Ear ear = new Ear(endPoint, bytesBack, hungUp);
      endPoint.tryFillInterested(ear);
      return ear;
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
        hungUp.run();
      } else if (read > 0) {
        over = true;
        bytesBack.onUpgradeTo(one);
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

    /** The connection was closed, or was idle for too long, which ends it too. */
    @Override
    public synchronized void failed(Throwable cause) {
      if (!over) {
        over = true;
        hungUp.run();
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
        endPoint.getFillInterest().onFail(new Over());
      }
    }
  }

  /** The end of a watch: without a trace, as it is no fault, and there are thousands a second. */
  private static final class Over extends Exception {
    private static final long serialVersionUID = 1L;

    Over() {
      super("nobody listens any more", null, false, false);
    }
  }
}
