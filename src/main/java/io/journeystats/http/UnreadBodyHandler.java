package io.journeystats.http;

import io.dropwizard.core.setup.Environment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * A handler that lets clients read a response that is sent before the request body has been read,
 * such as a refusal.
 *
 * <p>The connection then ends with the response, since Jetty cannot tell the rest of the body from
 * the next request. The response to a small body announces this ({@code Connection: close});
 * otherwise the client would send its next request and get no response. For a moment the handler
 * discards what still arrives: closing a connection that receives bytes resets it, which can
 * overtake the response.
 */
public final class UnreadBodyHandler extends Handler.Wrapper {
  private static final long SMALL_BYTES = 64 * 1024;

  /** The maximum number of discarded bytes, and the maximum time to wait for them. */
  private static final long MAXIMUM_DISCARDED_BYTES = 4 * 1024 * 1024;

  private static final Duration MAXIMUM_WAIT = Duration.ofSeconds(1);

  private UnreadBodyHandler() {}

  /** Installs the handler in front of the application's context. */
  public static void install(Environment environment) {
    environment.getApplicationContext().insertHandler(new UnreadBodyHandler());
    environment.lifecycle().addServerLifecycleListener(UnreadBodyHandler::customize);
  }

  private static void customize(Server server) {
    server
        .getContainedBeans(HttpConfiguration.ConnectionFactory.class)
        .forEach(factory ->
            factory
                .getHttpConfiguration()
                .addCustomizer((request, _) -> new UnreadBodyRequest(request)));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long bytes = request.getLength();
    if (bytes == 0) {
      return super.handle(request, response, callback);
    }
    return super.handle(
        request,
        bytes > 0 && bytes <= SMALL_BYTES ? new UnreadBodyResponse(request, response) : response,
        Callback.from(new BodyDrain(request, callback)::discard, callback::failed));
  }

  /** Jetty's own implementation would prevent bytes that arrive later from being read. */
  private static final class UnreadBodyRequest extends Request.Wrapper {
    UnreadBodyRequest(Request request) {
      super(request);
    }

    @Override
    public boolean consumeAvailable() {
      return drain(this, new AtomicLong()) && super.consumeAvailable();
    }
  }

  /**
   * Reads and discards the available bytes, up to the limit.
   *
   * @return whether the end of the body was reached
   */
  private static boolean drain(Request request, AtomicLong read) {
    for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
      read.addAndGet(chunk.remaining());
      boolean isLast = chunk.isLast() || Content.Chunk.isFailure(chunk);
      chunk.release();
      if (isLast || read.get() >= MAXIMUM_DISCARDED_BYTES) {
        return isLast;
      }
    }
    return false;
  }

  private static final class UnreadBodyResponse extends Response.Wrapper {
    UnreadBodyResponse(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback written) {
      if (!isCommitted() && !getRequest().consumeAvailable()) {
        getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
      }
      super.write(last, bytes, written);
    }
  }

  /** The unread rest of a request body. */
  private static final class BodyDrain {
    private final Request request;
    private final Callback answered;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicLong discarded = new AtomicLong();

    BodyDrain(Request request, Callback answered) {
      this.request = request;
      this.answered = answered;
    }

    void discard() {
      if (!isDiscarded()) {
        request
            .getComponents()
            .getScheduler()
            .schedule(this::end, MAXIMUM_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      }
      discardMore();
    }

    private void discardMore() {
      if (isDiscarded()) {
        end();
      } else if (!isOver.get()) {
        request.demand(this::discardMore);
      }
    }

    private boolean isDiscarded() {
      return drain(request, discarded) || discarded.get() >= MAXIMUM_DISCARDED_BYTES;
    }

    private void end() {
      if (!isOver.getAndSet(true)) {
        answered.succeeded();
      }
    }
  }
}
