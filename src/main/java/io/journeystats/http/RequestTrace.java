package io.journeystats.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What is noted of a request for logs and audit: its id, who sent it, how many bytes of the answer
 * were sent, and whether that was all of it.
 */
public final class RequestTrace {
  /** The header that carries the id of a request, in requests and in answers. */
  public static final String HEADER = "X-Request-Id";

  /** The property of a request that holds its trace. */
  public static final String PROPERTY = RequestTrace.class.getName();

  /** The name under which log messages carry the id. */
  private static final String IN_LOGS = "request";

  /** Fits every common kind of id, and neither an address of mail nor anything that ends a line. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:=+/-]{0,127}");

  private final String id;
  private final @Nullable String path;
  private final Supplier<KnownPaths> paths;
  private final AtomicLong bytes = new AtomicLong();
  private final List<Runnable> atEnd = new CopyOnWriteArrayList<>();
  private volatile @Nullable Sender sender;
  private volatile boolean watched;
  private volatile boolean complete;

  private RequestTrace(String id, @Nullable String path, Supplier<KnownPaths> paths) {
    this.id = id;
    this.path = path;
    this.paths = paths;
  }

  /**
   * Who sent a request.
   *
   * @param tenant the id of the tenant; empty for the operator
   * @param keyId the id of the key, or {@code operator}
   * @param keyName the name of the key; empty where it has none
   * @param role what the key allows
   */
  public record Sender(String tenant, String keyId, String keyName, String role) {}

  /** The trace of a request; empty where none of our handlers has seen it. */
  static Optional<RequestTrace> find(Request request) {
    return request.getAttribute(PROPERTY) instanceof RequestTrace trace
        ? Optional.of(trace)
        : Optional.empty();
  }

  /** The trace that a property holds; empty where there is none. */
  public static Optional<RequestTrace> of(@Nullable Object property) {
    return property instanceof RequestTrace trace ? Optional.of(trace) : Optional.empty();
  }

  /** The trace of a request, begun where there is none yet; the answer to it carries its id. */
  static RequestTrace begin(Request request, Supplier<KnownPaths> paths) {
    return find(request)
        .orElseGet(() -> {
          RequestTrace trace =
              new RequestTrace(id(request.getHeaders()), request.getHttpURI().getPath(), paths);
          request.setAttribute(PROPERTY, trace);
          return trace;
        });
  }

  /** The id of the request that this thread works for; empty where it works for none. */
  static Optional<String> current() {
    return Optional.ofNullable(MDC.get(IN_LOGS));
  }

  /** The client's own id where it is sane, and else a new one. */
  private static String id(HttpFields headers) {
    List<String> given = headers.getValuesList(HEADER);
    return given.size() == 1 && SANE.matcher(given.getFirst()).matches()
        ? given.getFirst()
        : "%016x%016x"
            .formatted(
                ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextLong());
  }

  /** The id of the request. */
  public String id() {
    return id;
  }

  /** The path as far as the service knows it, so that it holds nothing that a client made up. */
  public String path() {
    return paths.get().shown(path);
  }

  /** Who sent the request; empty where that is not known. */
  public Optional<Sender> sender() {
    return Optional.ofNullable(sender);
  }

  /** Notes who sent the request. */
  public void sentBy(Sender known) {
    sender = known;
  }

  /** How many bytes of the answer's body were sent so far. */
  public long bytes() {
    return bytes.get();
  }

  /** Tells whether all of the answer was sent. */
  public boolean isComplete() {
    return complete || !watched;
  }

  /** Waits for the end of the request, whatever it is answered. */
  public void onEnd(Runnable ended) {
    atEnd.add(ended);
  }

  /** Puts the id among the headers of an answer. */
  void identify(HttpFields.Mutable headers) {
    headers.put(HEADER, id);
  }

  /** The handler that begins the trace of every request; has to be the outermost one. */
  public static final class Tracer extends Handler.Wrapper {
    private final Supplier<KnownPaths> paths;

    /**
     * Makes the handler.
     *
     * @param paths which paths there are
     */
    public Tracer(Supplier<KnownPaths> paths) {
      this.paths = paths;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      RequestTrace trace = begin(request, paths);
      request.addHttpStreamWrapper(stream -> new TracedStream(stream, trace));
      MDC.put(IN_LOGS, trace.id());
      try {
        return super.handle(request, response, callback);
      } finally {
        MDC.remove(IN_LOGS);
      }
    }
  }

  /** What is sent on behalf of a request. */
  private static final class TracedStream extends HttpStream.Wrapper {
    private final RequestTrace trace;

    TracedStream(HttpStream stream, RequestTrace trace) {
      super(stream);
      this.trace = trace;
      trace.watched = true;
    }

    /** After everything that may take headers away again. */
    @Override
    public void prepareResponse(HttpFields.Mutable headers) {
      trace.identify(headers);
      super.prepareResponse(headers);
    }

    @Override
    public void send(
        MetaData.Request request,
        MetaData.@Nullable Response response,
        boolean last,
        @Nullable ByteBuffer content,
        Callback callback) {
      int length = content == null ? 0 : content.remaining();
      super.send(
          request,
          response,
          last,
          content,
          new Callback.Nested(callback) {
            @Override
            public void succeeded() {
              var _ = trace.bytes.addAndGet(length);
              trace.complete = last;
              super.succeeded();
            }
          });
    }

    @Override
    public void succeeded() {
      end();
      super.succeeded();
    }

    @Override
    public void failed(Throwable cause) {
      trace.complete = false;
      end();
      super.failed(cause);
    }

    private void end() {
      trace.atEnd.forEach(Runnable::run);
    }
  }
}
