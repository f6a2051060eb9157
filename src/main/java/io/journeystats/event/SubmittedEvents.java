package io.journeystats.event;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The events of a request or chunk, with the bytes from which they were read.
 *
 * @param head the CSV header that explains the text of an event; empty for JSON
 * @param body the bytes
 * @param events the events in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SubmittedEvents(String head, byte[] body, List<SubmittedEvent> events) {
  /** The text of an event, truncated to a maximum number of bytes. */
  String text(SubmittedEvent event, int maximumBytes) {
    int length = Math.min(event.length(), maximumBytes);
    return head + new String(body, event.start(), length, StandardCharsets.UTF_8);
  }
}
