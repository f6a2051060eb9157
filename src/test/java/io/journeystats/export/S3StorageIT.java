package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.testing.TestBucket;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3StorageIT extends FileStorageContract {
  private final TestBucket bucket = TestBucket.start();
  private final FileStorage storage = new S3Storage(bucket.client(), TestBucket.NAME, "of/us/");

  @BeforeAll
  void putSomebodyElsesBeside() throws IOException {
    try (FileStorage others = new S3Storage(bucket.client(), TestBucket.NAME, "of/others/");
        FileUpload upload = others.begin("other.csv")) {
      upload.publish();
    }
  }

  @AfterAll
  void stop() {
    storage.close();
    bucket.close();
  }

  @Override
  FileStorage storage() {
    return storage;
  }

  @Test
  void whatTheBucketRefusesIsAnInputOutputException() {
    FileStorage nowhere = new S3Storage(bucket.client(), "no-such-bucket", "");
    assertThatThrownBy(nowhere::list).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> nowhere.delete("one.csv")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> nowhere.begin("one.csv").publish()).isInstanceOf(IOException.class);
  }
}
