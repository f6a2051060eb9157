package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest extends FileStorageContract {
  private final Path directory;
  private final FileStorage storage;

  LocalStorageTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.storage = LocalStorage.open(directory);
  }

  @Override
  FileStorage storage() {
    return storage;
  }

  @Test
  void tellsHowMuchRoomThereIs() throws IOException {
    assertThat(storage.free().orElseThrow()).isPositive();
  }

  @Test
  void makesTheDirectoryWhereItIsMissing() throws IOException {
    Path deeper = directory.resolve("a").resolve("b");
    try (FileUpload upload = LocalStorage.open(deeper).begin("one.csv")) {
      upload.publish();
    }
    assertThat(deeper.resolve("one.csv")).isEmptyFile();
  }
}
