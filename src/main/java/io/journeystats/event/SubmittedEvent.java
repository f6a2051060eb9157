package io.journeystats.event;

/**
 * An event of a request, with its position in the body.
 *
 * @param raw the event
 * @param start the offset of the first byte
 * @param end the offset after the last byte
 */
record SubmittedEvent(RawEvent raw, int start, int end) {
  int length() {
    return end - start;
  }
}
