package io.journeystats.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's stream that has to keep flowing: whoever takes too long for a piece is cut off, as he
 * holds a place that others could use. Between two pieces his line is watched, so that he may hang
 * up at any time.
 */
public final class MinimumRateOutputStream extends FilterOutputStream {
  /** So many bytes have to be taken within the time. */
  private static final int PIECE = 64 * 1024;

  private final ClientConnection line;
  private final Duration longest;
  private final ScheduledExecutorService clock;
  private final Runnable hungUp;
  private ClientConnection.@Nullable Watch watch;

  /**
   * Watches a stream.
   *
   * @param target where the bytes go
   * @param line the connection that they go through
   * @param longest how long a client may take for a piece
   * @param clock tells when that time is over
   * @param hungUp is run when the client has hung up between two pieces
   */
  public MinimumRateOutputStream(
      OutputStream target,
      ClientConnection line,
      Duration longest,
      ScheduledExecutorService clock,
      Runnable hungUp) {
    super(target);
    this.line = line;
    this.longest = longest;
    this.clock = clock;
    this.hungUp = hungUp;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    unwatch();
    int end = offset + length;
    for (int from = offset; from < end; from += PIECE) {
      int start = from;
      inTime(() -> out.write(bytes, start, Math.min(PIECE, end - start)));
    }
    watch = line.watch(hungUp);
  }

  @Override
  public void flush() throws IOException {
    unwatch();
    inTime(out::flush);
    watch = line.watch(hungUp);
  }

  private void inTime(Writing writing) throws IOException {
    Future<?> end = clock.schedule(line::breakOff, longest.toNanos(), TimeUnit.NANOSECONDS);
    try {
      writing.run();
    } finally {
      end.cancel(false);
    }
  }

  private void unwatch() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  /** Ends the watch, and passes on what is left; the target stays open. */
  @Override
  public void close() throws IOException {
    unwatch();
    inTime(out::flush);
  }

  /** Ends the watch alone. */
  public void leave() {
    unwatch();
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
