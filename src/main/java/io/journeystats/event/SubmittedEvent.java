package io.journeystats.event;

/**
 * One event of a request: what was read of it, and where it stands in the body.
 *
 * @param envelope what was read
 * @param start the offset of its first byte
 * @param end the offset behind its last byte
 */
record SubmittedEvent(RawEvent envelope, int start, int end) {
  int length() {
    return end - start;
  }
}
