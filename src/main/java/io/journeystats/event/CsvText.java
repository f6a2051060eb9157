package io.journeystats.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A parser of whole CSV records by RFC 4180. */
final class CsvText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvText() {}

  /**
   * Returns the cells of each record in a range of bytes.
   *
   * @throws IOException if the bytes are not UTF-8 or not valid CSV
   */
  static List<List<String>> records(byte[] body, int start, int end) throws IOException {
    return records(text(body, start, end));
  }

  /** Returns the cells of the first record of a file, which may begin with a byte order mark. */
  static List<String> header(byte[] body) throws IOException {
    String text = text(body, 0, body.length);
    List<List<String>> records =
        records(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    return records.isEmpty() ? List.of() : records.getFirst();
  }

  private static String text(byte[] body, int start, int end) throws IOException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(body, start, end - start))
        .toString();
  }

  private static List<List<String>> records(String text) throws IOException {
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
      return parser.stream().map(CSVRecord::toList).toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
