package io.journeystats.bench;

import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Measures a file that goes by, and forgets it; for one reading. */
final class Meter extends OutputStream {
  private final long begin = System.nanoTime();
  private final CRC32C checksum = new CRC32C();
  private long firstByteNanos;
  private long firstRowNanos;
  private long bytes;
  private long lines;

  /** How many lines there are, a header included. */
  long lines() {
    return lines;
  }

  long bytes() {
    return bytes;
  }

  /** Of all bytes but those of the first line. */
  long checksumOfRows() {
    return checksum.getValue();
  }

  /** When the first byte was there, since this was made. */
  double firstByteMillis() {
    return firstByteNanos / 1e6;
  }

  /** When the first byte behind the first line was there. */
  double firstRowMillis() {
    return firstRowNanos / 1e6;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] some, int offset, int length) {
    if (bytes == 0) {
      firstByteNanos = System.nanoTime() - begin;
    }
    bytes += length;
    int rows = offset;
    for (int i = offset; i < offset + length; i++) {
      if (some[i] == '\n') {
        lines++;
        rows = lines == 1 ? i + 1 : rows;
      }
    }
    if (lines > 0 && rows < offset + length) {
      firstRowNanos = firstRowNanos == 0 ? System.nanoTime() - begin : firstRowNanos;
      checksum.update(some, rows, offset + length - rows);
    }
  }
}
