package io.journeystats.export;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a {@link LocalStorage} that is being written, under another name.
 *
 * @param unfinished the name until it is whole
 * @param published the name then
 * @param channel writes it
 */
record LocalUpload(Path unfinished, Path published, FileChannel channel) implements FileUpload {

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  @Override
  public void publish() throws IOException {
    channel.force(true);
    channel.close();
    Files.move(unfinished, published, ATOMIC_MOVE);
    // A name is on the disk when the directory that it stands in is.
    try (FileChannel directory = FileChannel.open(published.resolveSibling(""), READ)) {
      directory.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
