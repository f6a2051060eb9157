package io.journeystats.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that refuses to give more than so many bytes: the next one is a {@link
 * PayloadTooLargeException}.
 */
public final class BoundedInputStream extends FilterInputStream {
  private final long maximum;
  private long read;

  /**
   * Bounds a stream.
   *
   * @param source where the bytes come from
   * @param maximum how many may be read
   */
  public BoundedInputStream(InputStream source, long maximum) {
    super(source);
    this.maximum = maximum;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      count(1);
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    if (got > 0) {
      count(got);
    }
    return got;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = super.skip(wanted);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    read += bytes;
    if (read > maximum) {
      throw new PayloadTooLargeException(
          "The request body is larger than " + maximum + " bytes, unpacked.");
    }
  }
}
