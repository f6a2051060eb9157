package io.journeystats.event;

import io.journeystats.http.PayloadTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A text of any length, cut into pieces of whole records. No more of it is in memory than one piece
 * and what was read of the next.
 */
public final class RecordChunks {
  /** What a piece may have in bytes, and so what a record may have. */
  public static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

  /** What a piece may have in records: so many that the store takes them without haste. */
  public static final int MAXIMUM_RECORDS = 20_000;

  private final InputStream source;
  private final RecordDelimiter ends;
  private final byte[] buffer;
  private int filled;
  private int scanned;
  private long taken;

  /**
   * Cuts a text.
   *
   * @param source the text
   * @param ends tells where its records end
   */
  public RecordChunks(InputStream source, RecordDelimiter ends) {
    this(source, ends, MAXIMUM_BYTES);
  }

  /** Cuts a text into smaller pieces. */
  RecordChunks(InputStream source, RecordDelimiter ends, int maximumBytes) {
    this.source = source;
    this.ends = ends;
    this.buffer = new byte[maximumBytes];
  }

  /**
   * Reads the next records, and what is empty before and between them.
   *
   * @param records how many at most
   * @return nothing at the end
   * @throws PayloadTooLargeException where a record is longer than a piece may be
   */
  public byte[] next(int records) throws IOException {
    int whole = 0;
    int end = 0;
    while (true) {
      while (scanned < filled) {
        if (ends.take(buffer[scanned++])) {
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

  /** How many bytes of the text were given out. */
  public long taken() {
    return taken;
  }

  private byte[] cut(int end) {
    byte[] piece = Arrays.copyOf(buffer, end);
    System.arraycopy(buffer, end, buffer, 0, filled - end);
    filled -= end;
    scanned -= end;
    taken += end;
    return piece;
  }
}
