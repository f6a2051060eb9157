package io.journeystats.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A decoder of gzip (RFC 1952) with any number of members, followed by nothing but zeros. {@link
 * java.util.zip.GZIPInputStream} treats a member with an unreadable header as the end of the stream
 * and silently drops it and everything after it.
 */
final class GzipInputStream extends InputStream {
  private static final int BUFFER = 32 * 1024;
  private static final int MAGIC = 0x8B1F;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  /** The maximum length of a member's header in bytes. */
  private static final int LONGEST_HEADER = 128 * 1024;

  private final InputStream source;
  private final byte[] buffer = new byte[BUFFER];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 dataChecksum = new CRC32();
  private final CRC32 ofHeader = new CRC32();
  private int position;
  private int limit;
  private int headerBytes;
  private boolean ended;

  /** Opens the stream and reads the first member's header. */
  GzipInputStream(InputStream source) throws IOException {
    this.source = source;
    readHeader(next());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int read = inflate(target, offset, length);
      if (read > 0) {
        dataChecksum.update(target, offset, read);
        return read;
      }
      if (inflater.finished()) {
        readTrailer();
        ended = !startsMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("preset dictionaries are not supported");
      } else {
        fill();
        inflater.setInput(buffer, position, limit - position);
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws ZipException {
    try {
      int read = inflater.inflate(target, offset, length);
      position = limit - inflater.getRemaining();
      return read;
    } catch (DataFormatException broken) {
      throw new ZipException(broken.getMessage());
    }
  }

  private void readTrailer() throws IOException {
    if (littleEndian(4) != dataChecksum.getValue()
        || littleEndian(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException("a member does not match its trailer");
    }
  }

  /** Reads the next member's header. Only zero padding may follow the last member. */
  private boolean startsMember() throws IOException {
    int first = nextOrEnd();
    if (first > 0) {
      inflater.reset();
      dataChecksum.reset();
      readHeader(first);
      return true;
    }
    while (first == 0) {
      first = nextOrEnd();
    }
    if (first > 0) {
      throw new ZipException("unexpected data after the padding");
    }
    return false;
  }

  private void readHeader(int first) throws IOException {
    ofHeader.reset();
    ofHeader.update(first);
    headerBytes = 1;
    if ((first | ofHeader(1) << 8) != MAGIC || ofHeader(1) != DEFLATE) {
      throw new ZipException("not a gzip member");
    }
    int flags = (int) ofHeader(1);
    if ((flags & RESERVED) != 0) {
      throw new ZipException("unknown header flags");
    }
    // Modification time, extra flags and operating system.
    var _ = ofHeader(6);
    if ((flags & EXTRA) != 0) {
      for (long left = ofHeader(2); left > 0; left--) {
        var _ = ofHeader(1);
      }
    }
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    if ((flags & HEADER_CHECKSUM) != 0) {
      long expected = ofHeader.getValue() & 0xFFFF;
      if (littleEndian(2) != expected) {
        throw new ZipException("a header does not match its checksum");
      }
    }
    inflater.setInput(buffer, position, limit - position);
  }

  private void skipText(boolean present) throws IOException {
    long next = present ? ofHeader(1) : 0;
    while (next != 0) {
      next = ofHeader(1);
    }
  }

  private long ofHeader(int bytes) throws IOException {
    long number = 0;
    for (int index = 0; index < bytes; index++) {
      int next = next();
      ofHeader.update(next);
      number |= (long) next << (8 * index);
      headerBytes++;
      if (headerBytes > LONGEST_HEADER) {
        throw new ZipException("a header is too long");
      }
    }
    return number;
  }

  private long littleEndian(int bytes) throws IOException {
    long number = 0;
    for (int index = 0; index < bytes; index++) {
      number |= (long) next() << (8 * index);
    }
    return number;
  }

  private int next() throws IOException {
    int next = nextOrEnd();
    if (next < 0) {
      throw new EOFException("a member is truncated");
    }
    return next;
  }

  private int nextOrEnd() throws IOException {
    if (position == limit && !fillOrEnd()) {
      return -1;
    }
    return buffer[position++] & 0xFF;
  }

  private void fill() throws IOException {
    if (!fillOrEnd()) {
      throw new EOFException("a member is truncated");
    }
  }

  private boolean fillOrEnd() throws IOException {
    int read = source.read(buffer, 0, buffer.length);
    position = 0;
    limit = Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    ended = true;
    inflater.end();
    source.close();
  }
}
