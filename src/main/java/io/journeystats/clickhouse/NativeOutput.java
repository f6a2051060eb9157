package io.journeystats.clickhouse;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Values as ClickHouse's format Native writes them, gathered before they go on. */
final class NativeOutput implements Closeable {
  private static final int BUFFER = 64 * 1024;

  /** The most that a value takes beside the bytes of a text. */
  private static final int LONGEST = 16;

  private final OutputStream target;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  NativeOutput(OutputStream target) {
    this.target = target;
  }

  /** A number in as many groups of seven bits as it takes. */
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
    if (buffer.remaining() < LONGEST) {
      flush();
    }
  }

  private void flush() throws IOException {
    target.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** Passes on what is left; the target stays open. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
