package io.journeystats.event;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The events of a request, or of a piece of one, with the bytes that they were read from.
 *
 * @param head what the text of an event says nothing without, the names of its columns; empty where
 *     there is no such thing
 * @param body the bytes
 * @param events the events in their order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SubmittedEvents(String head, byte[] body, List<SubmittedEvent> events) {
  /** The text of an event, cut behind so many bytes. */
  String text(SubmittedEvent event, int maximumBytes) {
    int length = Math.min(event.length(), maximumBytes);
    return head + new String(body, event.start(), length, StandardCharsets.UTF_8);
  }
}
