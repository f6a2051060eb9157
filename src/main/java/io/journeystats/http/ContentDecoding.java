package io.journeystats.http;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decoders of the content encodings gzip and zstd for streams. */
public final class ContentDecoding {
  /** The largest zstd window that RFC 9659 allows over HTTP, as a power of two: 8 MiB. */
  public static final int WINDOW_OF_HTTP = 23;

  /**
   * The largest zstd window that the {@code zstd} tool produces without extra options, as a power
   * of two: 128 MiB.
   */
  public static final int WINDOW_OF_FILES = 27;

  private ContentDecoding() {}

  /** Decodes gzip with any number of members. */
  public static InputStream gzip(InputStream packed) throws IOException {
    return new GzipInputStream(packed);
  }

  /**
   * Decodes zstd.
   *
   * @param packed the compressed stream
   * @param window the largest window to accept, as a power of two
   */
  public static InputStream zstd(InputStream packed, int window) throws IOException {
    return new ZstdInputStream(packed).setLongMax(window);
  }
}
