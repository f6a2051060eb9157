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
 * The handler that lets a client read its answer where the service answers before it has read the
 * body, as it does to refuse a request.
 *
 * <p>The connection then ends with the answer, as the server cannot tell the body from a next
 * request. The answer to a small body says so ({@code Connection: close}), or the client would send
 * a next request, and get no answer. And what still comes in is read and forgotten for a moment: a
 * connection that is closed while bytes come in is reset, which can overtake the answer.
 */
public final class UnreadBodyHandler extends Handler.Wrapper {
  private static final long SMALL_BYTES = 64 * 1024;

  /** What is forgotten of a body at most, and how long the service waits for it. */
  private static final long MOST_FORGOTTEN_BYTES = 4 * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private UnreadBodyHandler() {}

  /** Lets this handler pass on what the application's context serves. */
  public static void install(Environment environment) {
    environment.getApplicationContext().insertHandler(new UnreadBodyHandler());
    environment.lifecycle().addServerLifecycleListener(UnreadBodyHandler::customize);
  }

  private static void customize(Server server) {
    server
        .getContainedBeans(HttpConfiguration.ConnectionFactory.class)
        .forEach(factory ->
            factory.getHttpConfiguration().addCustomizer((request, _) -> new Question(request)));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long bytes = request.getLength();
    if (bytes == 0) {
      return super.handle(request, response, callback);
    }
    return super.handle(
        request,
        bytes > 0 && bytes <= SMALL_BYTES ? new Answer(request, response) : response,
        Callback.from(new Rest(request, callback)::forget, callback::failed));
  }

  /** The server's own way would keep what is not here yet from being read later. */
  private static final class Question extends Request.Wrapper {
    Question(Request request) {
      super(request);
    }

    @Override
    public boolean consumeAvailable() {
      return readsAll(this, new AtomicLong()) && super.consumeAvailable();
    }
  }

  /**
   * Reads what is here of a body, though not without end.
   *
   * @return whether no more will come
   */
  private static boolean readsAll(Request request, AtomicLong read) {
    for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
      read.addAndGet(chunk.remaining());
      boolean isLast = chunk.isLast() || Content.Chunk.isFailure(chunk);
      chunk.release();
      if (isLast || read.get() >= MOST_FORGOTTEN_BYTES) {
        return isLast;
      }
    }
    return false;
  }

  private static final class Answer extends Response.Wrapper {
    Answer(Request request, Response response) {
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

  /** What is left of a body when its request is answered. */
  private static final class Rest {
    private final Request request;
    private final Callback answered;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicLong forgotten = new AtomicLong();

    Rest(Request request, Callback answered) {
      this.request = request;
      this.answered = answered;
    }

    void forget() {
      if (!isForgotten()) {
        request
            .getComponents()
            .getScheduler()
            .schedule(this::end, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
      goOn();
    }

    private void goOn() {
      if (isForgotten()) {
        end();
      } else if (!isOver.get()) {
        request.demand(this::goOn);
      }
    }

    private boolean isForgotten() {
      return readsAll(request, forgotten) || forgotten.get() >= MOST_FORGOTTEN_BYTES;
    }

    private void end() {
      if (!isOver.getAndSet(true)) {
        answered.succeeded();
      }
    }
  }
}
