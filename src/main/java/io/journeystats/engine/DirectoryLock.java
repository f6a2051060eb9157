package io.journeystats.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock of this process on a data directory, which the operating system releases when the
 * process dies.
 */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Acquires the lock; the exception names the process that holds it. */
  static DirectoryLock acquire(Path file) {
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new EngineException(
            "The data directory %s is in use by process %s: stop it, or set"
                    .formatted(file.getParent(), Files.readString(file).strip())
                + " clickhouse.embedded.dataDirectory to another directory.");
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(processId().getBytes(StandardCharsets.UTF_8)));
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new EngineException("Cannot lock %s.".formatted(file), e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String processId() {
    return Long.toString(ProcessHandle.current().pid());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EngineException("Cannot release the lock on the data directory.", e);
    }
  }
}
