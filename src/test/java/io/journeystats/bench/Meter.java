package io.journeystats.bench;

import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** A stream that measures the file written to it and discards the bytes. */
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

  /** The number of lines, including the header. */
  long lines() {
    return lines;
  }

  long bytes() {
    return bytes;
  }

  /** The checksum of all bytes after the first line. */
  long checksumOfRows() {
    return checksum.getValue();
  }

  /** The time from creation to the first byte. */
  double firstByteMillis() {
    return firstByteNanos / 1e6;
  }

  /** The time from creation to the first byte after the first line. */
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

  /** Counts line ends eight bytes at a time, to take little processor time. */
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
