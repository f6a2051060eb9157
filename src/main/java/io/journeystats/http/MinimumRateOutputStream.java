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
 * An output stream that enforces a minimum rate. A client that takes too long for a chunk is
 * disconnected, since it holds resources that others need. Between chunks the connection is
 * watched, so a disconnect is noticed at any time.
 */
public final class MinimumRateOutputStream extends FilterOutputStream {
  /** The number of bytes that must be read within the time limit. */
  private static final int CHUNK_BYTES = 64 * 1024;

  private final ClientConnection connection;
  private final Duration longest;
  private final ScheduledExecutorService clock;
  private final Runnable onDisconnect;
  private ClientConnection.@Nullable Watch watch;

  /**
   * Creates the stream.
   *
   * @param target the response's stream
   * @param connection the client's connection
   * @param longest the maximum time per chunk
   * @param clock schedules the timeouts
   * @param onDisconnect runs when the client disconnects between two chunks
   */
  public MinimumRateOutputStream(
      OutputStream target,
      ClientConnection connection,
      Duration longest,
      ScheduledExecutorService clock,
      Runnable onDisconnect) {
    super(target);
    this.connection = connection;
    this.longest = longest;
    this.clock = clock;
    this.onDisconnect = onDisconnect;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    unwatch();
    int end = offset + length;
    for (int from = offset; from < end; from += CHUNK_BYTES) {
      int start = from;
      inTime(() -> out.write(bytes, start, Math.min(CHUNK_BYTES, end - start)));
    }
    watch = connection.watch(onDisconnect);
  }

  @Override
  public void flush() throws IOException {
    unwatch();
    inTime(out::flush);
    watch = connection.watch(onDisconnect);
  }

  private void inTime(Write write) throws IOException {
    Future<?> end = clock.schedule(connection::breakOff, longest.toNanos(), TimeUnit.NANOSECONDS);
    try {
      write.run();
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

  /** Ends the watch and flushes; the target stays open. */
  @Override
  public void close() throws IOException {
    unwatch();
    inTime(out::flush);
  }

  /** Ends the watch without flushing. */
  public void leave() {
    unwatch();
  }

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }
}
