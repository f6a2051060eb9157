package io.journeystats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The storage of exported files: a directory, or a bucket. A file with its name is complete, after
 * any crash.
 *
 * <p>Names are of our own making: letters, digits, hyphens and dots.
 */
public interface FileStorage extends AutoCloseable {

  /** Begins to write a file, of which nothing can be found before it is published. */
  FileUpload begin(String name) throws IOException;

  /**
   * Opens a part of a file.
   *
   * @param from how many bytes to leave out at the beginning; not more than the file has
   * @param length how many bytes to read; not more than follow
   * @return empty where there is no such file
   */
  Optional<InputStream> read(String name, long from, long length) throws IOException;

  /**
   * Removes a file, or what was written of it and never published; without effect where none is.
   */
  void delete(String name) throws IOException;

  /** All files that there are, also those that were begun and not published, in any order. */
  List<FileEntry> list() throws IOException;

  /** The number of bytes that can still be written; empty if it is unknown. */
  OptionalLong free() throws IOException;

  /** Lets go of connections. */
  @Override
  default void close() {}
}
