package io.journeystats.cli;

import io.journeystats.event.ImportFormat;
import io.journeystats.http.ContentDecoding;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A text of events, unpacked, whose form was told by its first bytes.
 *
 * @param text the text, from its beginning
 * @param format how it is written
 */
record EventText(InputStream text, ImportFormat format) implements Closeable {
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
  private static final int LOOK = 4096;

  /**
   * Looks at a file.
   *
   * @param file its bytes as they lie
   * @throws UploadException where it holds no events, by its first bytes
   */
  static EventText of(InputStream file) throws IOException, UploadException {
    BufferedInputStream packed = new BufferedInputStream(file);
    BufferedInputStream text = new BufferedInputStream(unpack(packed));
    return new EventText(text, format(beginning(text)));
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static InputStream unpack(BufferedInputStream packed) throws IOException {
    byte[] beginning = beginning(packed);
    if (beginsWith(beginning, GZIP)) {
      return ContentDecoding.gzip(packed);
    }
    return beginsWith(beginning, ZSTD)
        ? ContentDecoding.zstd(packed, ContentDecoding.WINDOW_OF_FILES)
        : packed;
  }

  /** A JSON object begins with a brace, which no name of a column does. */
  private static ImportFormat format(byte[] beginning) throws UploadException {
    for (byte found : beginning) {
      if (found == '{') {
        return ImportFormat.LINES;
      }
      if (found == '[') {
        throw new UploadException("This is a JSON array; send an object a line, or CSV.");
      }
      // What may go before either: white space, and the mark of UTF-8.
      if (found > ' ') {
        return ImportFormat.CSV;
      }
    }
    return ImportFormat.LINES;
  }

  private static byte[] beginning(BufferedInputStream stream) throws IOException {
    stream.mark(LOOK);
    byte[] beginning = stream.readNBytes(LOOK);
    stream.reset();
    return beginning;
  }

  private static boolean beginsWith(byte[] beginning, byte[] magic) {
    return beginning.length >= magic.length
        && Arrays.equals(beginning, 0, magic.length, magic, 0, magic.length);
  }
}
