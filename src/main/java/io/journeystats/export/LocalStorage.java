package io.journeystats.export;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Files in a directory; what is not published has a name of its own until it is whole and on the
 * disk.
 */
public final class LocalStorage implements FileStorage {
  private static final String UNFINISHED = ".part";

  private final Path path;

  private LocalStorage(Path path) {
    this.path = path;
  }

  /**
   * The files in a directory, which is made if it is missing.
   *
   * @throws IOException where that cannot be done
   */
  public static LocalStorage open(Path path) throws IOException {
    return new LocalStorage(Files.createDirectories(path.toAbsolutePath()));
  }

  @Override
  public FileUpload begin(String name) throws IOException {
    Path unfinished = path.resolve(name + UNFINISHED);
    return new LocalUpload(
        unfinished,
        path.resolve(name),
        FileChannel.open(unfinished, CREATE, TRUNCATE_EXISTING, WRITE));
  }

  @Override
  public Optional<InputStream> read(String name, long from, long length) throws IOException {
    try {
      FileChannel channel = FileChannel.open(path.resolve(name), READ);
      channel.position(from);
      return Optional.of(ByteStreams.limit(Channels.newInputStream(channel), length));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(path.resolve(name));
    Files.deleteIfExists(path.resolve(name + UNFINISHED));
  }

  @Override
  public List<FileEntry> list() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(Files::isRegularFile).map(file -> entry(file.getFileName())).toList();
    }
  }

  private static FileEntry entry(Path file) {
    String name = file.toString();
    return name.endsWith(UNFINISHED)
        ? new FileEntry(name.substring(0, name.length() - UNFINISHED.length()), false)
        : new FileEntry(name, true);
  }

  @Override
  public OptionalLong free() throws IOException {
    return OptionalLong.of(Files.getFileStore(path).getUsableSpace());
  }
}
