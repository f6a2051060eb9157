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
 * The handler that holds clients to a minimum rate: every body of a request has to arrive at that
 * rate and within a deadline, and every answer has to be read at that rate. A client that is too
 * slow holds memory and a place that others could use.
 *
 * <p>Only the time counts for which the service waits for the client. Jetty's own minimum is one
 * over the whole time since the first byte, ours included: it would let a fast start pay for hours
 * of nothing, and blame clients where we made them wait.
 */
public final class MinimumRateHandler extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(MinimumRateHandler.class);
  private static final int KIBIBYTE = 1024;

  private final Bounds bounds;
  private final Function<Request, Duration> longestBody;
  private final LongSupplier nanoTime;
  private final LongAdder slowBodies = new LongAdder();
  private final LongAdder slowReaders = new LongAdder();
  private final LongAdder gone = new LongAdder();

  /**
   * Makes the handler.
   *
   * @param bounds what is too slow
   * @param longestBody how long the service waits for the body of a request in all
   * @param nanoTime tells how time passes
   */
  public MinimumRateHandler(
      Bounds bounds, Function<Request, Duration> longestBody, LongSupplier nanoTime) {
    this.bounds = bounds;
    this.longestBody = longestBody;
    this.nanoTime = nanoTime;
  }

  /**
   * The slowest that a client may be.
   *
   * @param bytesPerSecond the minimum rate
   * @param window the time over which it is measured; a body of that many bytes or fewer has so
   *     long to arrive
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

  /** How many requests were refused as their bodies came too slowly. */
  public long slowBodies() {
    return slowBodies.sum();
  }

  /** How many answers were broken off as they were read too slowly. */
  public long slowReaders() {
    return slowReaders.sum();
  }

  /** How many clients had gone before their answer was written. */
  public long gone() {
    return gone.sum();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Request paced = ClientConnection.hasBody(request) ? new PacedRequest(request) : request;
    return super.handle(paced, new PacedResponse(paced, response), callback);
  }

  /**
   * A request whose reader waits only as long as the bounds allow. The waiting itself is ended by
   * the connection's idle time-out, which is shorter meanwhile.
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
          : "The body came more slowly than %d KiB a second, measured over %d s."
              .formatted(bounds.bytesPerSecond() / KIBIBYTE, bounds.window().toSeconds());
    }
  }

  /** A response of which every piece has to be taken within a time that grows with its length. */
  private final class PacedResponse extends Response.Wrapper {
    private final AtomicBoolean failed = new AtomicBoolean();

    PacedResponse(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
      Writing writing = new Writing(callback, this::onFailure);
      long longest = bounds.nanosToWrite(bytes == null ? 0 : bytes.remaining());
      super.write(last, bytes, writing);
      writing.endAfter(longest, getRequest());
    }

    private void onFailure(Throwable cause) {
      if (failed.compareAndSet(false, true)) {
        gone.increment();
        LOG.debug("The client of {} has gone: {}", getRequest(), cause.toString());
      }
    }
  }

  private final class Writing extends Callback.Nested {
    private final Consumer<Throwable> onFailure;
    private boolean over;
    private Scheduler.@Nullable Task end;

    Writing(Callback callback, Consumer<Throwable> onFailure) {
      super(callback);
      this.onFailure = onFailure;
    }

    /** Nearly every piece is written by then, so nothing is scheduled for it. */
    synchronized void endAfter(long nanos, Request request) {
      if (!over) {
        end =
            request
                .getComponents()
                .getScheduler()
                .schedule(() -> breakOff(request), nanos, TimeUnit.NANOSECONDS);
      }
    }

    private void breakOff(Request request) {
      synchronized (this) {
        if (over) {
          return;
        }
      }
      slowReaders.increment();
      ClientConnection.reset(request);
    }

    private synchronized void end() {
      over = true;
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
