package io.journeystats.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnpackingTest {
  @Test
  void membersOfGzipMayBeLate() throws IOException {
    // Tells of nothing that is available between the two.
    InputStream late = new SequenceInputStream(gzip("one "), gzip("two"));
    assertThat(Unpacking.gzip(late).readAllBytes()).asString().isEqualTo("one two");
  }

  @Test
  void aWindowOfZstdHasItsBound() throws IOException {
    InputStream refused = Unpacking.zstd(wideWindow("text"), Unpacking.WINDOW_OF_HTTP);
    assertThatThrownBy(refused::readAllBytes).isInstanceOf(ZstdIOException.class);
    InputStream read = Unpacking.zstd(wideWindow("text"), Unpacking.WINDOW_OF_FILES);
    assertThat(read.readAllBytes()).asString().isEqualTo("text");
  }

  private static InputStream gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return new ByteArrayInputStream(packed.toByteArray());
  }

  private static InputStream wideWindow(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(packed)) {
      zstd.setLong(Unpacking.WINDOW_OF_FILES);
      zstd.write(text.getBytes(UTF_8));
      zstd.flush();
    }
    return new ByteArrayInputStream(packed.toByteArray());
  }
}
