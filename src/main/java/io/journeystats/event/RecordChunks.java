package io.journeystats.event;

import io.journeystats.http.PayloadTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A text of any length, split into chunks of whole records. Only one chunk and the beginning of the
 * next one are in memory.
 */
public final class RecordChunks {
  /** The maximum size of a chunk in bytes, and therefore of a record. */
  public static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

  /** The maximum number of records in a chunk: a size that the store inserts efficiently. */
  public static final int MAXIMUM_RECORDS = 20_000;

  private final InputStream source;
  private final RecordDelimiter delimiter;
  private final byte[] buffer;
  private int filled;
  private int scanned;
  private long taken;

  /**
   * Splits a text.
   *
   * @param source the text
   * @param delimiter finds the ends of the records
   */
  public RecordChunks(InputStream source, RecordDelimiter delimiter) {
    this(source, delimiter, MAXIMUM_BYTES);
  }

  /** Splits a text into chunks of another maximum size. */
  RecordChunks(InputStream source, RecordDelimiter delimiter, int maximumBytes) {
    this.source = source;
    this.delimiter = delimiter;
    this.buffer = new byte[maximumBytes];
  }

  /**
   * Reads the next records, with the empty lines before and between them.
   *
   * @param records the maximum number of records
   * @return the chunk; empty at the end of the text
   * @throws PayloadTooLargeException if a record is longer than a chunk may be
   */
  public byte[] next(int records) throws IOException {
    int whole = 0;
    int end = 0;
    while (true) {
      while (scanned < filled) {
        if (delimiter.take(buffer[scanned++])) {
          whole++;
          end = scanned;
          if (whole == records) {
            return cut(end);
          }
        }
      }
      if (filled == buffer.length) {
        if (whole == 0) {
          throw new PayloadTooLargeException(
              "One event may have at most %d KiB.".formatted(buffer.length / 1024));
        }
        return cut(end);
      }
      int read = source.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        return cut(filled);
      }
      filled += read;
    }
  }

  /** The number of bytes returned so far. */
  public long taken() {
    return taken;
  }

  private byte[] cut(int end) {
    byte[] chunk = Arrays.copyOf(buffer, end);
    System.arraycopy(buffer, end, buffer, 0, filled - end);
    filled -= end;
    scanned -= end;
    taken += end;
    return chunk;
  }
}
