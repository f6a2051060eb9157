package io.journeystats.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A sender's stream that has to keep flowing: whoever lets us wait, now and then a byte, holds
 * memory and a place that others could use.
 *
 * <p>Jetty's own minimum is one over the whole time since the first byte, ours included: it would
 * let a fast start pay for hours of nothing, and blame the sender where we made him wait.
 */
final class SteadyInputStream extends FilterInputStream {
  /** So long a sender may let us wait for... */
  private static final long WINDOW_NANOS = 10_000_000_000L;

  /** ...so many bytes. */
  private static final long WINDOW_BYTES = 160 * 1024;

  private final LongSupplier nanoTime;
  private long waited;
  private long got;

  /**
   * Watches a stream.
   *
   * @param source where the bytes come from
   * @param nanoTime tells how time passes
   */
  SteadyInputStream(InputStream source, LongSupplier nanoTime) {
    super(source);
    this.nanoTime = nanoTime;
  }

  @Override
  public int read() throws IOException {
    long started = nanoTime.getAsLong();
    int next = super.read();
    count(next < 0 ? 0 : 1, started);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long started = nanoTime.getAsLong();
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read), started);
    return read;
  }

  private void count(int bytes, long started) {
    waited += nanoTime.getAsLong() - started;
    got += bytes;
    if (got >= WINDOW_BYTES) {
      waited = 0;
      got = 0;
    } else if (waited > WINDOW_NANOS) {
      throw new ClientErrorException(
          "The body came more slowly than 16 KiB a second.", Response.Status.REQUEST_TIMEOUT);
    }
  }
}
