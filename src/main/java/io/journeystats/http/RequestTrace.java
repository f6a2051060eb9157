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
 * Data about a request for logs and the audit log: its id, its sender, the number of response bytes
 * sent, and whether the response was sent completely.
 */
public final class RequestTrace {
  /** The header with a request's id, in requests and responses. */
  public static final String HEADER = "X-Request-Id";

  /** The request attribute that holds the trace. */
  public static final String PROPERTY = RequestTrace.class.getName();

  /** The MDC key of the id. */
  private static final String MDC_KEY = "request";

  /** Matches all common kinds of ids, but neither email addresses nor line breaks. */
  private static final Pattern VALID_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:=+/-]{0,127}");

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
   * The sender of a request.
   *
   * @param tenant the tenant's id; empty for the operator
   * @param keyId the API key's id, or {@code operator}
   * @param keyName the API key's name; empty if it has none
   * @param role the API key's role
   */
  public record Sender(String tenant, String keyId, String keyName, String role) {}

  /** Returns the trace of a request; empty if no handler of the service has seen it. */
  static Optional<RequestTrace> find(Request request) {
    return request.getAttribute(PROPERTY) instanceof RequestTrace trace
        ? Optional.of(trace)
        : Optional.empty();
  }

  /** Returns the trace from a request property; empty if it is not set. */
  public static Optional<RequestTrace> of(@Nullable Object property) {
    return property instanceof RequestTrace trace ? Optional.of(trace) : Optional.empty();
  }

  /** Returns the trace of a request and starts one if necessary. The response carries its id. */
  static RequestTrace begin(Request request, Supplier<KnownPaths> paths) {
    return find(request)
        .orElseGet(() -> {
          RequestTrace trace =
              new RequestTrace(id(request.getHeaders()), request.getHttpURI().getPath(), paths);
          request.setAttribute(PROPERTY, trace);
          return trace;
        });
  }

  /** Returns the id of the request that the current thread handles; empty outside requests. */
  static Optional<String> current() {
    return Optional.ofNullable(MDC.get(MDC_KEY));
  }

  /** Returns the client's id if it is valid, a random one otherwise. */
  private static String id(HttpFields headers) {
    List<String> given = headers.getValuesList(HEADER);
    return given.size() == 1 && VALID_ID.matcher(given.getFirst()).matches()
        ? given.getFirst()
        : "%016x%016x"
            .formatted(
                ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextLong());
  }

  /** Returns the request's id. */
  public String id() {
    return id;
  }

  /** Returns the known part of the path, without anything that the client made up. */
  public String path() {
    return paths.get().shown(path);
  }

  /** Returns the sender; empty if it is unknown. */
  public Optional<Sender> sender() {
    return Optional.ofNullable(sender);
  }

  /** Sets the sender. */
  public void sentBy(Sender known) {
    sender = known;
  }

  /** Returns the number of bytes of the response body sent so far. */
  public long bytes() {
    return bytes.get();
  }

  /** Returns whether the response was sent completely. */
  public boolean isComplete() {
    return complete || !watched;
  }

  /** Registers a callback for the end of the request, successful or not. */
  public void onEnd(Runnable ended) {
    atEnd.add(ended);
  }

  /** Adds the id to the headers of a response. */
  void identify(HttpFields.Mutable headers) {
    headers.put(HEADER, id);
  }

  /** The handler that starts the trace of every request. It must be the outermost handler. */
  public static final class Tracer extends Handler.Wrapper {
    private final Supplier<KnownPaths> paths;

    /**
     * Creates the handler.
     *
     * @param paths returns the known paths
     */
    public Tracer(Supplier<KnownPaths> paths) {
      this.paths = paths;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      RequestTrace trace = begin(request, paths);
      request.addHttpStreamWrapper(stream -> new TracedStream(stream, trace));
      MDC.put(MDC_KEY, trace.id());
      try {
        return super.handle(request, response, callback);
      } finally {
        MDC.remove(MDC_KEY);
      }
    }
  }

  /** Records what is sent in response to a request. */
  private static final class TracedStream extends HttpStream.Wrapper {
    private final RequestTrace trace;

    TracedStream(HttpStream stream, RequestTrace trace) {
      super(stream);
      this.trace = trace;
      trace.watched = true;
    }

    /** This is called after everything that may remove headers. */
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
