package io.journeystats.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The members of a gzip file (RFC 1952) one after the other, with nothing but zeros behind the
 * last. The JDK's own stream takes a member whose header it cannot read for the end, and what is in
 * it, and behind it, would be lost without a word.
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

  /** The most bytes that may come before the data of a member. */
  private static final int LONGEST_HEADER = 128 * 1024;

  private final InputStream source;
  private final byte[] buffer = new byte[BUFFER];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 ofData = new CRC32();
  private final CRC32 ofHeader = new CRC32();
  private int position;
  private int limit;
  private int headerBytes;
  private boolean ended;

  /** Begins to read; the first member has to be there. */
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
        ofData.update(target, offset, read);
        return read;
      }
      if (inflater.finished()) {
        readTrailer();
        ended = !beginsAnother();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("a dictionary is needed");
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
    if (littleEndian(4) != ofData.getValue()
        || littleEndian(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException("a member is not what its trailer says");
    }
  }

  /** Only zeros may come where no other member begins. */
  private boolean beginsAnother() throws IOException {
    int first = nextOrEnd();
    if (first > 0) {
      inflater.reset();
      ofData.reset();
      readHeader(first);
      return true;
    }
    while (first == 0) {
      first = nextOrEnd();
    }
    if (first > 0) {
      throw new ZipException("something comes behind the padding");
    }
    return false;
  }

  private void readHeader(int first) throws IOException {
    ofHeader.reset();
    ofHeader.update(first);
    headerBytes = 1;
    if ((first | ofHeader(1) << 8) != MAGIC || ofHeader(1) != DEFLATE) {
      throw new ZipException("no member of gzip");
    }
    int flags = (int) ofHeader(1);
    if ((flags & RESERVED) != 0) {
      throw new ZipException("a header of an unknown kind");
    }
    // The time, and by what it was made.
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
        throw new ZipException("a header is not what its checksum says");
      }
    }
    inflater.setInput(buffer, position, limit - position);
  }

  private void skipText(boolean isThere) throws IOException {
    long next = isThere ? ofHeader(1) : 0;
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
      throw new EOFException("a member is cut off");
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
      throw new EOFException("a member is cut off");
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
