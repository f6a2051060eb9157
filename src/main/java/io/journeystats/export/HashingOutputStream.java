package io.journeystats.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The stream into a job's file: counts and hashes what passes, and makes room for it. */
final class HashingOutputStream extends OutputStream {
  /** Room is made ahead for so much. */
  private static final long STRIDE = 64L << 20;

  private final FileUpload upload;
  private final RoomTaker room;
  private final MessageDigest digest = sha256();
  private long size;
  private long roomUpTo;

  /** Who makes room for a file of some size. */
  interface RoomTaker {
    void take(long bytes) throws IOException;
  }

  HashingOutputStream(FileUpload upload, RoomTaker room) {
    this.upload = upload;
    this.room = room;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (size + length > roomUpTo) {
      roomUpTo = size + STRIDE;
      room.take(size + length);
    }
    upload.write(bytes, offset, length);
    digest.update(bytes, offset, length);
    size += length;
  }

  /** How many bytes passed. */
  long size() {
    return size;
  }

  /** The hash of all of them; asked once, at the end. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
