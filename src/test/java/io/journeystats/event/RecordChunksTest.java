package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.PayloadTooLargeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts cut wherever it suits, and put together again. */
class RecordChunksTest {
  private static final int MAXIMUM_BYTES = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void csvIsCutBetweenRecordsOnly(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> records = IntStream.range(0, 500).mapToObj(_ -> csvRecord(random)).toList();
    assertCut(records, ImportFormat.CSV, random);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void linesAreCutBetweenLinesOnly(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> lines =
        IntStream.range(0, 500)
            .mapToObj(_ -> "\"é,".repeat(1 + random.nextInt(30)) + "\n")
            .toList();
    assertCut(lines, ImportFormat.LINES, random);
  }

  /** A record with its end, which may be any, and empty lines behind it. */
  private static String csvRecord(SplittableRandom random) {
    String cell =
        switch (random.nextInt(6)) {
          case 0 -> "";
          case 1 -> "\"a,b\r\nc\"\"d\n\"";
          case 2 -> "no \"quote\" here";
          case 3 -> "\"\"";
          case 4 -> "\"wrong\" here";
          default -> "ü".repeat(random.nextInt(30));
        };
    String end = List.of("\n", "\r\n", "\r", "\n\n\n").get(random.nextInt(4));
    return "x," + cell + "," + cell + end;
  }

  private static void assertCut(List<String> records, ImportFormat format, SplittableRandom random)
      throws IOException {
    String text = String.join("", records);
    int most = 1 + random.nextInt(10);
    RecordChunks pieces = new RecordChunks(trickling(text, random), format.ends(), MAXIMUM_BYTES);
    StringBuilder joined = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    for (byte[] piece = pieces.next(most); piece.length > 0; piece = pieces.next(most)) {
      assertThat(piece).hasSizeLessThanOrEqualTo(MAXIMUM_BYTES);
      joined.append(new String(piece, StandardCharsets.UTF_8));
      ends.add(joined.length());
    }
    assertThat(joined).hasToString(text);
    assertThat(ends).hasSizeGreaterThan(40);
    assertThat(pieces.taken()).isEqualTo(bytes(text).length);

    List<Integer> allowed = new ArrayList<>();
    int length = 0;
    for (String record : records) {
      // Behind the first character that ends it; what is empty may go with the next one.
      for (int blank = record.stripTrailing().length(); blank < record.length(); blank++) {
        allowed.add(length + blank + 1);
      }
      length += record.length();
    }
    assertThat(allowed).containsAll(ends);
  }

  /** A stream that gives out little at a time. */
  private static InputStream trickling(String text, SplittableRandom random) {
    return new ByteArrayInputStream(bytes(text)) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(50)));
      }
    };
  }

  @ParameterizedTest
  @EnumSource(ImportFormat.class)
  void theLastRecordNeedsNoEnd(ImportFormat format) throws IOException {
    RecordChunks pieces = pieces("one\ntwo", format);
    assertThat(pieces.next(1)).asString().isEqualTo("one\n");
    assertThat(pieces.next(1)).asString().isEqualTo("two");
    assertThat(pieces.next(1)).isEmpty();
    assertThat(pieces.next(1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ImportFormat.class)
  void whatIsBeforeARecordThatIsTooLongIsGivenOut(ImportFormat format) throws IOException {
    RecordChunks pieces = pieces("one\n" + "x".repeat(2 * MAXIMUM_BYTES), format);
    assertThat(pieces.next(9)).asString().isEqualTo("one\n");
    assertThatThrownBy(() -> pieces.next(9)).isInstanceOf(PayloadTooLargeException.class);
  }

  @ParameterizedTest
  @EnumSource(ImportFormat.class)
  void endlessEmptyLinesAreTooLong(ImportFormat format) {
    RecordChunks pieces = pieces("\r\n".repeat(MAXIMUM_BYTES), format);
    assertThatThrownBy(() -> pieces.next(9)).isInstanceOf(PayloadTooLargeException.class);
  }

  @Test
  void aQuoteThatIsNeverClosedIsTooLong() {
    RecordChunks pieces = pieces("\"" + "x\n".repeat(MAXIMUM_BYTES), ImportFormat.CSV);
    assertThatThrownBy(() -> pieces.next(9)).isInstanceOf(PayloadTooLargeException.class);
  }

  private static RecordChunks pieces(String text, ImportFormat format) {
    return new RecordChunks(new ByteArrayInputStream(bytes(text)), format.ends(), MAXIMUM_BYTES);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
