package io.journeystats.exactness;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An answer exactly as it came over the wire.
 *
 * @param status the HTTP status
 * @param head the status line and the headers
 * @param content the bytes of the body as they came, a character each
 */
record RawAnswer(int status, List<String> head, String content) {
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

  /**
   * Reads the next final answer of a connection.
   *
   * @param ofHead whether it answers a HEAD request
   * @return empty where the connection ends before an answer begins
   * @throws IOException where the answer breaks off
   */
  static Optional<RawAnswer> read(InputStream from, boolean ofHead) throws IOException {
    while (true) {
      Optional<String> first = line(from);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      List<String> head = new ArrayList<>(List.of(first.get()));
      for (String line = wholeLine(from); !line.isEmpty(); line = wholeLine(from)) {
        head.add(line);
      }
      int status = statusOf(first.get());
      if (status >= 200 || status == SWITCHING_PROTOCOLS) {
        boolean empty = ofHead || WITHOUT_BODY.contains(status);
        RawAnswer answer = new RawAnswer(status, List.copyOf(head), "");
        return Optional.of(
            empty
                ? answer
                : new RawAnswer(
                    status,
                    answer.head(),
                    new String(answer.contentOf(from), StandardCharsets.ISO_8859_1)));
      }
    }
  }

  private static int statusOf(String statusLine) throws IOException {
    if (!statusLine.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("no status line: " + statusLine);
    }
    return Integer.parseInt(statusLine.substring(9, 12));
  }

  private byte[] contentOf(InputStream from) throws IOException {
    if (header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return chunks(from);
    }
    Optional<Integer> length = header("content-length").map(Integer::valueOf);
    if (length.isEmpty()) {
      return from.readAllBytes();
    }
    byte[] content = from.readNBytes(length.get());
    if (content.length < length.get()) {
      throw new EOFException("the answer broke off: " + head);
    }
    return content;
  }

  private byte[] chunks(InputStream from) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(wholeLine(from).replaceFirst(";.*", "").strip(), 16);
      byte[] chunk = from.readNBytes(size);
      content.writeBytes(chunk);
      if (chunk.length < size || !wholeLine(from).isEmpty()) {
        throw new EOFException("the answer broke off: " + head);
      }
      if (size == 0) {
        return content.toByteArray();
      }
    }
  }

  private static String wholeLine(InputStream from) throws IOException {
    return line(from).orElseThrow(() -> new EOFException("the answer broke off"));
  }

  /** A line without its end; empty at the end of the stream. */
  private static Optional<String> line(InputStream from) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = from.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next != '\n') {
      if (next < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException("a line without an end");
      }
      line.write(next);
      next = from.read();
    }
    return Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
  }

  /** The value of a header; its name in small letters. */
  Optional<String> header(String name) {
    return fields()
        .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(field -> field.substring(name.length() + 1).strip())
        .findFirst();
  }

  /** The names of all headers, in small letters. */
  Set<String> headerNames() {
    Set<String> names = new HashSet<>();
    fields().forEach(field -> names.add(field.replaceFirst(":.*", "").toLowerCase(Locale.ROOT)));
    return names;
  }

  private Stream<String> fields() {
    return head.stream().skip(1);
  }

  /** Whether the service keeps the connection for a next request. */
  boolean keepsConnection() {
    return head.getFirst().startsWith("HTTP/1.1")
        && header("connection").filter("close"::equalsIgnoreCase).isEmpty();
  }

  /** The body as text. */
  String text() {
    return new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    String text = text();
    return head + " " + text.substring(0, Math.min(text.length(), 1000));
  }
}
