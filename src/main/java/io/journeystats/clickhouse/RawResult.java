package io.journeystats.clickhouse;

import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.query.QueryResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query as a stream of bytes. The last bytes are held back until more arrive: if
 * ClickHouse fails, they contain an error message instead of rows.
 */
public final class RawResult implements AutoCloseable {
  /** More than the length of ClickHouse's error messages. */
  private static final int TAIL_BYTES = 64 * 1024;

  private static final int BUFFER = TAIL_BYTES + 256 * 1024;

  private static final Pattern CODE = Pattern.compile("Code: (\\d{1,6})\\. DB::");

  private final FutureTask<QueryResponse> running;
  private final byte[] sentinel;
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private final Runnable end;
  private volatile boolean closed;
  private volatile boolean complete;

  RawResult(FutureTask<QueryResponse> running, String sentinel, Runnable end) {
    this.running = running;
    this.end = end;
    this.sentinel = sentinel.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Waits for the first bytes.
   *
   * @param longest the maximum wait
   * @return whether they arrived
   * @throws StoreUnavailableException if the query failed
   */
  public boolean await(Duration longest) {
    try {
      var _ = running.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw StoreFailure.translate(new IllegalStateException(e.getCause()));
    } catch (CancellationException e) {
      throw cancelled(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    }
  }

  /** A consumer of bytes. */
  @FunctionalInterface
  public interface Sink {
    /** Consumes bytes; the array is reused afterwards. */
    void accept(byte[] bytes, int offset, int length) throws IOException;
  }

  /**
   * Passes all bytes to a sink; may be called once. The result is complete only if this method
   * returns.
   *
   * @throws IOException if the sink throws it
   * @throws StoreUnavailableException if ClickHouse failed, or this result was closed
   */
  public void passTo(Sink sink) throws IOException {
    while (!await(Duration.ofMinutes(1))) {
      // ClickHouse enforces the timeout.
    }
    InputStream source = running.resultNow().getInputStream();
    while (fill(source)) {
      int ready = buffered - TAIL_BYTES;
      if (ready > 0) {
        sink.accept(buffer, 0, ready);
        System.arraycopy(buffer, ready, buffer, 0, TAIL_BYTES);
        buffered = TAIL_BYTES;
      }
    }
    int rest = buffered - sentinel.length;
    if (rest < 0 || !Arrays.equals(buffer, rest, buffered, sentinel, 0, sentinel.length)) {
      throw incomplete(null);
    }
    complete = true;
    sink.accept(buffer, 0, rest);
  }

  private boolean fill(InputStream source) {
    try {
      int read = source.read(buffer, buffered, buffer.length - buffered);
      buffered += Math.max(0, read);
      return read >= 0;
    } catch (IOException | RuntimeException e) {
      throw incomplete(e);
    }
  }

  private RuntimeException incomplete(@Nullable Exception cause) {
    if (closed) {
      return cancelled(cause);
    }
    String end = new String(buffer, 0, buffered, StandardCharsets.UTF_8);
    Matcher code = CODE.matcher(end);
    int last = 0;
    while (code.find()) {
      last = Integer.parseInt(code.group(1));
    }
    RuntimeException failure =
        last == 0
            ? new IllegalStateException(new IOException("The result is incomplete.", cause))
            : new ServerException(last, "ClickHouse failed with code " + last, 200, "");
    return StoreFailure.translate(failure);
  }

  private static StoreUnavailableException cancelled(@Nullable Exception cause) {
    return new StoreUnavailableException(
        StoreFailure.CANCELLED, new IOException("The result was closed while it was read.", cause));
  }

  /** Closes the result from any thread; ClickHouse cancels a query whose connection is closed. */
  @Override
  public void close() {
    if (!closed && !complete) {
      end.run();
    }
    closed = true;
    // Closes the connection if the query is still waiting for a response.
    running.cancel(true);
    if (running.state() == Future.State.SUCCESS) {
      try {
        // Not the stream, whose close() would read to the end.
        running.resultNow().close();
      } catch (Exception _) {
        // Nothing of value can be lost.
      }
    }
  }
}
