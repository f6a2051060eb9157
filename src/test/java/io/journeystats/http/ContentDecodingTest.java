package io.journeystats.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdOutputStream;
import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class ContentDecodingTest {
  @Test
  void readsGzipMembersThatArriveLate() throws IOException {
    // available() is 0 between the two members.
    InputStream late = new SequenceInputStream(gzip("one "), gzip("two"));
    assertThat(ContentDecoding.gzip(late).readAllBytes()).asString().isEqualTo("one two");
  }

  @Test
  void limitsTheZstdWindow() throws IOException {
    InputStream refused = ContentDecoding.zstd(wideWindow("text"), ContentDecoding.WINDOW_OF_HTTP);
    assertThatThrownBy(refused::readAllBytes).isInstanceOf(ZstdIOException.class);
    InputStream read = ContentDecoding.zstd(wideWindow("text"), ContentDecoding.WINDOW_OF_FILES);
    assertThat(read.readAllBytes()).asString().isEqualTo("text");
  }

  @Test
  void readsEveryKindOfHeader() throws IOException {
    byte[] plain = gzip("text").readAllBytes();
    // An extra field, a name, a comment, and a checksum of them all.
    byte[] head = {0x1F, (byte) 0x8B, 8, 30, 0, 0, 0, 0, 0, 0, 2, 0, 1, 2, 'n', 0, 'c', 0};
    CRC32 checksum = new CRC32();
    checksum.update(head);
    byte[] whole =
        Bytes.concat(
            head,
            new byte[] {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)},
            Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(unpackGzip(whole)).isEqualTo("text");
    whole[head.length]++;
    assertThatThrownBy(() -> unpackGzip(whole)).isInstanceOf(ZipException.class);
  }

  @Test
  void allowsOnlyZerosAfterTheLastGzipMember() throws IOException {
    byte[] one = gzip("one").readAllBytes();
    byte[] two = gzip("two").readAllBytes();
    assertThat(unpackGzip(Bytes.concat(one, two, new byte[100_000]))).isEqualTo("onetwo");
    for (byte[] behind :
        List.of(
            new byte[] {1},
            new byte[] {'\n'},
            new byte[] {0, 0, 1},
            "text".getBytes(UTF_8),
            new byte[] {0x1F, (byte) 0x8B, 9, 0, 0, 0, 0, 0, 0, 0},
            new byte[] {0x1F, (byte) 0x8B, 8, (byte) 0xE0, 0, 0, 0, 0, 0, 0},
            new byte[] {0x1F},
            Arrays.copyOf(two, 9),
            Arrays.copyOf(two, two.length - 1))) {
      assertThatThrownBy(() -> unpackGzip(Bytes.concat(one, behind)))
          .as(Arrays.toString(behind))
          .isInstanceOfAny(ZipException.class, EOFException.class);
    }
    byte[] wrong = two.clone();
    wrong[two.length - 8]++;
    assertThatThrownBy(() -> unpackGzip(Bytes.concat(one, wrong))).isInstanceOf(ZipException.class);
    wrong[1]++;
    assertThatThrownBy(() -> unpackGzip(Bytes.concat(one, wrong, two)))
        .isInstanceOf(ZipException.class);
  }

  @Test
  void limitsTheLengthOfAHeader() throws IOException {
    byte[] head = {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0};
    byte[] endless = new byte[1 << 20];
    Arrays.fill(endless, (byte) 'n');
    assertThatThrownBy(() -> unpackGzip(Bytes.concat(head, endless)))
        .isInstanceOf(ZipException.class);
  }

  @Test
  void allowsNothingAfterTheLastZstdFrame() throws IOException {
    byte[] one = wideWindow("one").readAllBytes();
    byte[] two = wideWindow("two").readAllBytes();
    assertThat(unpackZstd(Bytes.concat(one, two))).isEqualTo("onetwo");
    for (byte[] behind :
        List.of(
            new byte[] {1},
            new byte[] {'\n'},
            "text behind it".getBytes(UTF_8),
            new byte[] {0x28, (byte) 0xB5},
            Arrays.copyOf(two, two.length - 1))) {
      assertThatThrownBy(() -> unpackZstd(Bytes.concat(one, behind)))
          .as(Arrays.toString(behind))
          .isInstanceOf(IOException.class);
    }
  }

  private static String unpackGzip(byte[] packed) throws IOException {
    return new String(ContentDecoding.gzip(new ByteArrayInputStream(packed)).readAllBytes(), UTF_8);
  }

  private static String unpackZstd(byte[] packed) throws IOException {
    return new String(
        ContentDecoding.zstd(new ByteArrayInputStream(packed), ContentDecoding.WINDOW_OF_FILES)
            .readAllBytes(),
        UTF_8);
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
      zstd.setLong(ContentDecoding.WINDOW_OF_FILES);
      zstd.write(text.getBytes(UTF_8));
      zstd.flush();
    }
    return new ByteArrayInputStream(packed.toByteArray());
  }
}
