package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every storage of files does, wherever it keeps them. */
abstract class FileStorageContract {
  /** More than two parts of an upload to a bucket, and no whole number of them. */
  private static final int LARGE = (17 << 20) + 12_345;

  abstract FileStorage storage();

  private void write(String name, byte[] bytes) throws IOException {
    try (FileUpload upload = storage().begin(name)) {
      int piece = 1_000_003;
      for (int from = 0; from < bytes.length; from += piece) {
        upload.write(bytes, from, Math.min(piece, bytes.length - from));
      }
      upload.publish();
    }
  }

  private byte[] read(String name, long from, long length) throws IOException {
    try (var stream = storage().read(name, from, length).orElseThrow()) {
      return stream.readAllBytes();
    }
  }

  private static byte[] bytes(int number) {
    byte[] bytes = new byte[number];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatWasPublishedIsReadAsItWasWritten() throws IOException {
    for (int size : new int[] {0, 1, 8 << 20, LARGE}) {
      String name = "size-" + size + ".csv";
      write(name, bytes(size));
      assertThat(read(name, 0, size)).isEqualTo(bytes(size));
      assertThat(storage().list()).contains(new FileEntry(name, true));
      storage().delete(name);
      assertThat(storage().read(name, 0, size)).isEmpty();
    }
    assertThat(storage().list()).isEmpty();
  }

  @Test
  void anyPartIsRead() throws IOException {
    write("parts.csv", "0123456789".getBytes(StandardCharsets.US_ASCII));
    assertThat(read("parts.csv", 0, 1)).asString().isEqualTo("0");
    assertThat(read("parts.csv", 3, 4)).asString().isEqualTo("3456");
    assertThat(read("parts.csv", 9, 1)).asString().isEqualTo("9");
    assertThat(read("parts.csv", 10, 0)).isEmpty();
    storage().delete("parts.csv");
  }

  @Test
  void nothingIsFoundBeforeItIsPublished() throws IOException {
    for (int size : new int[] {10, LARGE}) {
      try (FileUpload upload = storage().begin("unfinished.csv")) {
        upload.write(bytes(size), 0, size);
        assertThat(storage().read("unfinished.csv", 0, 1)).isEmpty();
        assertThat(storage().list()).doesNotContain(new FileEntry("unfinished.csv", true));
      }
      assertThat(storage().read("unfinished.csv", 0, 1)).isEmpty();
      assertThat(storage().list()).isEmpty();
    }
  }

  /** The upload is never closed, as nobody closes anything who is killed. */
  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void whatACrashLeavesIsListedAndCanBeRemoved() throws IOException {
    FileUpload upload = storage().begin("crashed.csv");
    upload.write(bytes(LARGE), 0, LARGE);
    assertThat(storage().list()).containsExactly(new FileEntry("crashed.csv", false));
    storage().delete("crashed.csv");
    assertThat(storage().list()).isEmpty();
  }

  @Test
  void toRemoveWhatIsNotThereChangesNothing() throws IOException {
    storage().delete("nothing.csv");
    assertThat(storage().list()).isEmpty();
    assertThat(storage().read("nothing.csv", 0, 0)).isEmpty();
  }
}
