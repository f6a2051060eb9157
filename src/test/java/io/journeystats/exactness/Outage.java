package io.journeystats.exactness;

import io.journeystats.testing.TestService;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The time from an engine's violent death to the moment when its successor may start: that waits
 * for a lock, which the outage holds.
 *
 * @param processId the engine that was killed
 * @param lock what an engine needs
 */
record Outage(long processId, FileLock lock) implements AutoCloseable {

  /** Kills the engine with signal 9, whatever it is doing. */
  static Outage begin(TestService service, Path dataDirectory) throws IOException {
    FileChannel channel =
        FileChannel.open(dataDirectory.resolve("process.lock"), StandardOpenOption.WRITE);
    long processId = kill(service);
    FileLock lock = channel.tryLock();
    while (lock == null) {
      // Its successor was faster.
      processId = kill(service);
      lock = channel.tryLock();
    }
    return new Outage(processId, lock);
  }

  private static long kill(TestService service) {
    long processId = service.engineProcessId();
    ProcessHandle.of(processId)
        .ifPresent(engine -> {
          engine.destroyForcibly();
          engine.onExit().join();
        });
    return processId;
  }

  /** Lets the service help itself again. */
  @Override
  public void close() throws IOException {
    lock.channel().close();
  }
}
