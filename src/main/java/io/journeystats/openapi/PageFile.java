package io.journeystats.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A file of the readable page.
 *
 * @param name its name in the address
 * @param resource where it lies on the class path
 * @param type its media type
 */
record PageFile(String name, String resource, String type) {

  /** A resource's content, to be closed. */
  static InputStream open(String resource) {
    return Objects.requireNonNull(PageFile.class.getResourceAsStream(resource), resource);
  }

  /** Its content, to be closed. */
  InputStream open() {
    return open(resource);
  }

  /** Its content. */
  byte[] read() {
    try (InputStream content = open()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
