package io.journeystats.export;

import java.io.IOException;

/** A file that finds no room, though all was removed for it that may be. */
final class StorageFullException extends IOException {
  private static final long serialVersionUID = 1L;

  StorageFullException(String message) {
    super(message);
  }
}
