package io.journeystats.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler that enforces a minimum transfer rate. A request body must arrive at that rate and
 * before a deadline, and a response must be read at that rate. Slower clients hold memory and
 * connections that other clients need.
 *
 * <p>Only the time that the service waits for the client counts. Jetty's own minimum rate covers
 * the whole time since the first byte, including the service's: a fast start would allow hours of
 * silence, and clients would be blamed for the service's delays.
 */
public final class MinimumRateHandler extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(MinimumRateHandler.class);
  private static final int KIBIBYTE = 1024;

  private final Bounds bounds;
  private final Function<Request, Duration> longestBody;
  private final LongSupplier nanoTime;
  private final LongAdder slowBodies = new LongAdder();
  private final LongAdder slowReaders = new LongAdder();
  private final LongAdder disconnected = new LongAdder();

  /**
   * Creates the handler.
   *
   * @param bounds the minimum rate
   * @param longestBody returns the maximum total time to wait for a request's body
   * @param nanoTime the clock, such as {@link System#nanoTime}
   */
  public MinimumRateHandler(
      Bounds bounds, Function<Request, Duration> longestBody, LongSupplier nanoTime) {
    this.bounds = bounds;
    this.longestBody = longestBody;
    this.nanoTime = nanoTime;
  }

  /**
   * The minimum rate.
   *
   * @param bytesPerSecond the rate in bytes per second
   * @param window the time over which the rate is measured; smaller bodies may take this long
   */
  public record Bounds(long bytesPerSecond, Duration window) {
    private long bytes() {
      return Math.max(1, bytesPerSecond * window.toMillis() / TimeUnit.SECONDS.toMillis(1));
    }

    private long nanosToWrite(int length) {
      return window.toNanos()
          + (long) ((double) length / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
    }
  }

  /** Returns the number of requests refused because their bodies arrived too slowly. */
  public long slowBodies() {
    return slowBodies.sum();
  }

  /** Returns the number of responses aborted because they were read too slowly. */
  public long slowReaders() {
    return slowReaders.sum();
  }

  /** Returns the number of clients that disconnected before the response was written. */
  public long disconnected() {
    return disconnected.sum();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Request paced = ClientConnection.hasBody(request) ? new PacedRequest(request) : request;
    return super.handle(paced, new PacedResponse(paced, response), callback);
  }

  /**
   * A request whose body is read within the bounds. The connection's idle timeout, shortened
   * meanwhile, ends each wait.
   */
  private final class PacedRequest extends Request.Wrapper {
    private final long deadline;
    private final @Nullable AbstractEndPoint endPoint;
    private final long idleTimeout;
    private long demandedAt;
    private boolean waiting;
    private long waited;
    private long waitedInWindow;
    private long gotInWindow;
    private Content.@Nullable Chunk failure;

    PacedRequest(Request request) {
      super(request);
      this.deadline = longestBody.apply(request).toNanos();
      this.endPoint =
          request.getConnectionMetaData().getConnection().getEndPoint()
                  instanceof AbstractEndPoint found
              ? found
              : null;
      this.idleTimeout = endPoint == null ? 0 : endPoint.getIdleTimeout();
    }

    @Override
    public Content.@Nullable Chunk read() {
      if (failure != null) {
        return failure;
      }
      Content.Chunk chunk = super.read();
      if (chunk == null) {
        return null;
      }
      countWaiting();
      if (Content.Chunk.isFailure(chunk)) {
        return chunk.getFailure() instanceof TimeoutException ? fail() : chunk;
      }
      gotInWindow += chunk.remaining();
      if (gotInWindow >= bounds.bytes()) {
        gotInWindow = 0;
        waitedInWindow = 0;
      }
      return chunk;
    }

    @Override
    public void demand(Runnable arrived) {
      countWaiting();
      long left = Math.min(bounds.window().toNanos() - waitedInWindow, deadline - waited);
      if (left <= 0) {
        var _ = fail();
        arrived.run();
        return;
      }
      demandedAt = nanoTime.getAsLong();
      waiting = true;
      setIdleTimeout(TimeUnit.NANOSECONDS.toMillis(left) + 1);
      super.demand(arrived);
    }

    private void countWaiting() {
      if (waiting) {
        waiting = false;
        long now = nanoTime.getAsLong() - demandedAt;
        waited += now;
        waitedInWindow += now;
        setIdleTimeout(idleTimeout);
      }
    }

    private void setIdleTimeout(long millis) {
      if (endPoint != null) {
        endPoint.notIdle();
        endPoint.setIdleTimeout(millis);
      }
    }

    private Content.Chunk fail() {
      if (failure == null) {
        slowBodies.increment();
        failure = Content.Chunk.from(new RequestTimeoutException(detail()), true);
      }
      return failure;
    }

    private String detail() {
      return waited >= deadline
          ? "The body took longer than %d s.".formatted(TimeUnit.NANOSECONDS.toSeconds(deadline))
          : "The body arrived more slowly than %d KiB per second, measured over %d s."
              .formatted(bounds.bytesPerSecond() / KIBIBYTE, bounds.window().toSeconds());
    }
  }

  /** A response whose chunks must each be read within a time proportional to their length. */
  private final class PacedResponse extends Response.Wrapper {
    private final AtomicBoolean failed = new AtomicBoolean();

    PacedResponse(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
      TimedWrite writing = new TimedWrite(callback, this::onFailure);
      long longest = bounds.nanosToWrite(bytes == null ? 0 : bytes.remaining());
      super.write(last, bytes, writing);
      writing.endAfter(longest, getRequest());
    }

    private void onFailure(Throwable cause) {
      if (failed.compareAndSet(false, true)) {
        disconnected.increment();
        LOG.debug("The client of {} has disconnected: {}", getRequest(), cause.toString());
      }
    }
  }

  private final class TimedWrite extends Callback.Nested {
    private final Consumer<Throwable> onFailure;
    private boolean done;
    private Scheduler.@Nullable Task end;

    TimedWrite(Callback callback, Consumer<Throwable> onFailure) {
      super(callback);
      this.onFailure = onFailure;
    }

    /** Most writes are complete at this point and need no timer. */
    synchronized void endAfter(long nanos, Request request) {
      if (!done) {
        end =
            request
                .getComponents()
                .getScheduler()
                .schedule(() -> abort(request), nanos, TimeUnit.NANOSECONDS);
      }
    }

    private void abort(Request request) {
      synchronized (this) {
        if (done) {
          return;
        }
      }
      slowReaders.increment();
      ClientConnection.reset(request);
    }

    private synchronized void end() {
      done = true;
      if (end != null) {
        var _ = end.cancel();
      }
    }

    @Override
    public void succeeded() {
      end();
      super.succeeded();
    }

    @Override
    public void failed(Throwable cause) {
      end();
      onFailure.accept(cause);
      super.failed(cause);
    }
  }
}
