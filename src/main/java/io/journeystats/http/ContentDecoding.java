package io.journeystats.http;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The undoing of gzip and zstd, for streams that come in their own time. */
public final class ContentDecoding {
  /** The window that RFC 9659 allows to what is sent through HTTP, as a power of two: 8 MiB. */
  public static final int WINDOW_OF_HTTP = 23;

  /** The window of whatever {@code zstd} writes unless told to need even more: 128 MiB. */
  public static final int WINDOW_OF_FILES = 27;

  private ContentDecoding() {}

  /** Unpacks gzip, of any number of members one after the other, and nothing else. */
  public static InputStream gzip(InputStream packed) throws IOException {
    return new GzipInputStream(packed);
  }

  /**
   * Unpacks zstd.
   *
   * @param packed what is packed
   * @param window how much memory it may take, as a power of two
   */
  public static InputStream zstd(InputStream packed, int window) throws IOException {
    return new ZstdInputStream(packed).setLongMax(window);
  }
}
