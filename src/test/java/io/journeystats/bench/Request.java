package io.journeystats.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An HTTP request whose head is built once, so that it is cheap to send repeatedly.
 *
 * @param head the request line and the headers, with the empty line after them
 * @param body the body; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Request(byte[] head, byte[] body) {
  static Request of(
      String method, String authority, String target, Map<String, String> headers, byte[] body) {
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    String head =
        "%s %s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(method, target, authority, lines, body.length);
    return new Request(head.getBytes(StandardCharsets.UTF_8), body);
  }
}
