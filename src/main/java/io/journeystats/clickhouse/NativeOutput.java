package io.journeystats.clickhouse;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A buffered writer of values in ClickHouse's Native format. */
final class NativeOutput implements Closeable {
  private static final int BUFFER = 64 * 1024;

  /** The maximum size of a value in bytes, apart from texts. */
  private static final int MAXIMUM_BYTES = 16;

  private final OutputStream target;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  NativeOutput(OutputStream target) {
    this.target = target;
  }

  /** Writes a variable-length integer with seven bits per byte. */
  void writeVariable(int number) throws IOException {
    makeRoom();
    int rest = number;
    while (rest >= 0x80) {
      buffer.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    buffer.put((byte) rest);
  }

  void writeByte(int number) throws IOException {
    makeRoom();
    buffer.put((byte) number);
  }

  void writeInt(int number) throws IOException {
    makeRoom();
    buffer.putInt(number);
  }

  void writeLong(long number) throws IOException {
    makeRoom();
    buffer.putLong(number);
  }

  void writeUuid(UUID uuid) throws IOException {
    makeRoom();
    buffer.putLong(uuid.getMostSignificantBits());
    buffer.putLong(uuid.getLeastSignificantBits());
  }

  void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeVariable(bytes.length);
    if (bytes.length > buffer.remaining()) {
      flush();
    }
    if (bytes.length > buffer.remaining()) {
      target.write(bytes);
    } else {
      buffer.put(bytes);
    }
  }

  private void makeRoom() throws IOException {
    if (buffer.remaining() < MAXIMUM_BYTES) {
      flush();
    }
  }

  private void flush() throws IOException {
    target.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** Flushes; the target stays open. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
