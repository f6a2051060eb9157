package io.journeystats.cli;

import io.journeystats.event.ImportFormat;
import io.journeystats.http.ContentDecoding;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The decompressed text of a file of events, with a format detected from its first bytes.
 *
 * @param text the text, from its beginning
 * @param format the format
 */
record EventText(InputStream text, ImportFormat format) implements Closeable {
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
  private static final int PREVIEW_BYTES = 4096;

  /**
   * Detects the compression and format of a file.
   *
   * @param file the bytes of the file
   * @throws UploadException if the format is not supported
   */
  static EventText of(InputStream file) throws IOException, UploadException {
    BufferedInputStream compressed = new BufferedInputStream(file);
    BufferedInputStream text = new BufferedInputStream(decompress(compressed));
    return new EventText(text, format(beginning(text)));
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static InputStream decompress(BufferedInputStream compressed) throws IOException {
    byte[] beginning = beginning(compressed);
    if (beginsWith(beginning, GZIP)) {
      return ContentDecoding.gzip(compressed);
    }
    return beginsWith(beginning, ZSTD)
        ? ContentDecoding.zstd(compressed, ContentDecoding.WINDOW_OF_FILES)
        : compressed;
  }

  /** A JSON object begins with a brace, which no column name does. */
  private static ImportFormat format(byte[] beginning) throws UploadException {
    for (byte found : beginning) {
      if (found == '{') {
        return ImportFormat.LINES;
      }
      if (found == '[') {
        throw new UploadException(
            "JSON arrays are not supported; send one JSON object per line, or CSV.");
      }
      // White space and a byte order mark may precede either format.
      if (found > ' ') {
        return ImportFormat.CSV;
      }
    }
    return ImportFormat.LINES;
  }

  private static byte[] beginning(BufferedInputStream stream) throws IOException {
    stream.mark(PREVIEW_BYTES);
    byte[] beginning = stream.readNBytes(PREVIEW_BYTES);
    stream.reset();
    return beginning;
  }

  private static boolean beginsWith(byte[] beginning, byte[] magic) {
    return beginning.length >= magic.length
        && Arrays.equals(beginning, 0, magic.length, magic, 0, magic.length);
  }
}
