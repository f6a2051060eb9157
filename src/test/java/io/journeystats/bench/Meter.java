package io.journeystats.bench;

import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Measures a file that goes by, and forgets it; for one reading. */
final class Meter extends OutputStream {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long LINE_ENDS = 0x0101010101010101L * '\n';

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
    if (lines == 0) {
      while (rows < offset + length && lines == 0) {
        lines += some[rows++] == '\n' ? 1 : 0;
      }
    }
    lines += lineEnds(some, rows, offset + length);
    if (lines > 0 && rows < offset + length) {
      firstRowNanos = firstRowNanos == 0 ? System.nanoTime() - begin : firstRowNanos;
      checksum.update(some, rows, offset + length - rows);
    }
  }

  /** Eight bytes at a time, to take little from what is measured. */
  private static long lineEnds(byte[] some, int begin, int end) {
    long found = 0;
    int next = begin;
    for (; next <= end - Long.BYTES; next += Long.BYTES) {
      long different = (long) WORDS.get(some, next) ^ LINE_ENDS;
      found += Long.bitCount(~(((different & LOW_BITS) + LOW_BITS) | different | LOW_BITS));
    }
    for (; next < end; next++) {
      found += some[next] == '\n' ? 1 : 0;
    }
    return found;
  }
}
