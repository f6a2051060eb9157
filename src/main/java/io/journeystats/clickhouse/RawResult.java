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
 * The answer to a statement as bytes, on their way. The last ones are held back until more have
 * come: where ClickHouse fails, what comes last is no row, but its own words about the failure.
 */
public final class RawResult implements AutoCloseable {
  /** More than ClickHouse says about a failure. */
  private static final int HELD_BACK = 64 * 1024;

  private static final int BUFFER = HELD_BACK + 256 * 1024;

  private static final Pattern CODE = Pattern.compile("Code: (\\d{1,6})\\. DB::");

  private final FutureTask<QueryResponse> running;
  private final byte[] mark;
  private final byte[] buffer = new byte[BUFFER];
  private int held;
  private final Runnable end;
  private volatile boolean closed;
  private volatile boolean complete;

  RawResult(FutureTask<QueryResponse> running, String mark, Runnable end) {
    this.running = running;
    this.end = end;
    this.mark = mark.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Waits for the first bytes.
   *
   * @param longest how long
   * @return whether they came
   * @throws StoreUnavailableException where the statement failed by then
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

  /** What takes the bytes. */
  @FunctionalInterface
  public interface Sink {
    /** Takes some; they are others afterwards. */
    void accept(byte[] bytes, int offset, int length) throws IOException;
  }

  /**
   * Passes on all bytes; once at most. The answer is complete only where this returns.
   *
   * @throws IOException what the sink throws
   * @throws StoreUnavailableException where ClickHouse broke off, or this was closed
   */
  public void passTo(Sink sink) throws IOException {
    while (!await(Duration.ofMinutes(1))) {
      // ClickHouse itself bounds how long it takes.
    }
    InputStream source = running.resultNow().getInputStream();
    while (fill(source)) {
      int ready = held - HELD_BACK;
      if (ready > 0) {
        sink.accept(buffer, 0, ready);
        System.arraycopy(buffer, ready, buffer, 0, HELD_BACK);
        held = HELD_BACK;
      }
    }
    int rest = held - mark.length;
    if (rest < 0 || !Arrays.equals(buffer, rest, held, mark, 0, mark.length)) {
      throw brokenOff(null);
    }
    complete = true;
    sink.accept(buffer, 0, rest);
  }

  private boolean fill(InputStream source) {
    try {
      int read = source.read(buffer, held, buffer.length - held);
      held += Math.max(0, read);
      return read >= 0;
    } catch (IOException | RuntimeException e) {
      throw brokenOff(e);
    }
  }

  private RuntimeException brokenOff(@Nullable Exception cause) {
    if (closed) {
      return cancelled(cause);
    }
    String end = new String(buffer, 0, held, StandardCharsets.UTF_8);
    Matcher code = CODE.matcher(end);
    int last = 0;
    while (code.find()) {
      last = Integer.parseInt(code.group(1));
    }
    RuntimeException told =
        last == 0
            ? new IllegalStateException(new IOException("The answer has no end.", cause))
            : new ServerException(last, "ClickHouse broke off with code " + last, 200, "");
    return StoreFailure.translate(told);
  }

  private static StoreUnavailableException cancelled(@Nullable Exception cause) {
    return new StoreUnavailableException(
        StoreFailure.CANCELLED, new IOException("It was closed while it was read.", cause));
  }

  /** Ends it; ClickHouse gives up a statement whose connection is closed. From any thread. */
  @Override
  public void close() {
    if (!closed && !complete) {
      end.run();
    }
    closed = true;
    // Where it still waits for an answer, its connection is closed.
    running.cancel(true);
    if (running.state() == Future.State.SUCCESS) {
      try {
        // Not the stream: that would read on to its end.
        running.resultNow().close();
      } catch (Exception _) {
        // Nobody waits for anything that could be lost.
      }
    }
  }
}
