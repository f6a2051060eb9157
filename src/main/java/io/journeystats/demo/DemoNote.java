package io.journeystats.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.http.Json;
import io.journeystats.tenant.IssuedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * What the demo has to remember from one start to the next. It holds the demo's keys in the clear,
 * which nothing else in the service does: they open nothing but invented data, and the newcomer
 * shall find the same key again. Only the file's owner can read it.
 *
 * @param now the moment at which the story ends
 * @param events how many events were taken in; 0 until all were
 * @param read the key that newcomers are shown
 * @param admin a key for everything else
 */
record DemoNote(Instant now, long events, IssuedKey read, IssuedKey admin) {
  private static final ObjectMapper JSON = Json.mapper();
  private static final String OWNER_ONLY = "rw-------";

  /** The note in that file; empty where there is none that can be read. */
  static Optional<DemoNote> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), DemoNote.class))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Tells whether the story was told to its end. */
  boolean isFilled() {
    return events > 0;
  }

  DemoNote filledWith(long count) {
    return new DemoNote(now, count, read, admin);
  }

  /** Writes the note, all of it or nothing. */
  void write(Path file) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, permissions(file));
      Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException("The demo's keys cannot be kept in " + file, failure);
    }
  }

  private static FileAttribute<?>[] permissions(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
        }
        : new FileAttribute<?>[0];
  }
}
