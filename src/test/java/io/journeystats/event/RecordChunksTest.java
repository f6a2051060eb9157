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

/** Splits texts and joins them again. */
class RecordChunksTest {
  private static final int MAXIMUM_BYTES = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void csvIsSplitBetweenRecordsOnly(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> records = IntStream.range(0, 500).mapToObj(_ -> csvRecord(random)).toList();
    assertSplit(records, ImportFormat.CSV, random);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void linesAreSplitBetweenLinesOnly(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> lines =
        IntStream.range(0, 500)
            .mapToObj(_ -> "\"é,".repeat(1 + random.nextInt(30)) + "\n")
            .toList();
    assertSplit(lines, ImportFormat.LINES, random);
  }

  /** A record with any line ending, and empty lines after it. */
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

  private static void assertSplit(
      List<String> records, ImportFormat format, SplittableRandom random) throws IOException {
    String text = String.join("", records);
    int most = 1 + random.nextInt(10);
    RecordChunks chunks =
        new RecordChunks(trickling(text, random), format.delimiter(), MAXIMUM_BYTES);
    StringBuilder joined = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    for (byte[] chunk = chunks.next(most); chunk.length > 0; chunk = chunks.next(most)) {
      assertThat(chunk).hasSizeLessThanOrEqualTo(MAXIMUM_BYTES);
      joined.append(new String(chunk, StandardCharsets.UTF_8));
      ends.add(joined.length());
    }
    assertThat(joined).hasToString(text);
    assertThat(ends).hasSizeGreaterThan(40);
    assertThat(chunks.taken()).isEqualTo(bytes(text).length);

    List<Integer> allowed = new ArrayList<>();
    int length = 0;
    for (String record : records) {
      // After the first character of its end; empty lines may belong to the next record.
      for (int blank = record.stripTrailing().length(); blank < record.length(); blank++) {
        allowed.add(length + blank + 1);
      }
      length += record.length();
    }
    assertThat(allowed).containsAll(ends);
  }

  /** A stream that returns few bytes at a time. */
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
  void theLastRecordNeedsNoLineEnd(ImportFormat format) throws IOException {
    RecordChunks chunks = chunks("one\ntwo", format);
    assertThat(chunks.next(1)).asString().isEqualTo("one\n");
    assertThat(chunks.next(1)).asString().isEqualTo("two");
    assertThat(chunks.next(1)).isEmpty();
    assertThat(chunks.next(1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ImportFormat.class)
  void recordsBeforeATooLongOneAreReturned(ImportFormat format) throws IOException {
    RecordChunks chunks = chunks("one\n" + "x".repeat(2 * MAXIMUM_BYTES), format);
    assertThat(chunks.next(9)).asString().isEqualTo("one\n");
    assertThatThrownBy(() -> chunks.next(9)).isInstanceOf(PayloadTooLargeException.class);
  }

  @ParameterizedTest
  @EnumSource(ImportFormat.class)
  void endlessEmptyLinesAreTooLong(ImportFormat format) {
    RecordChunks chunks = chunks("\r\n".repeat(MAXIMUM_BYTES), format);
    assertThatThrownBy(() -> chunks.next(9)).isInstanceOf(PayloadTooLargeException.class);
  }

  @Test
  void anUnclosedQuoteIsTooLong() {
    RecordChunks chunks = chunks("\"" + "x\n".repeat(MAXIMUM_BYTES), ImportFormat.CSV);
    assertThatThrownBy(() -> chunks.next(9)).isInstanceOf(PayloadTooLargeException.class);
  }

  private static RecordChunks chunks(String text, ImportFormat format) {
    return new RecordChunks(
        new ByteArrayInputStream(bytes(text)), format.delimiter(), MAXIMUM_BYTES);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
