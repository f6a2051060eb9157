package io.journeystats.event;

import java.time.Instant;
import java.util.Optional;

/**
 * A refused event as it is kept.
 *
 * @param rejection what the sender was told
 * @param text what was sent, cut where it is far longer than any event can be
 * @param truncated whether it was cut
 * @param userId the id of its user, as far as it could be read; else empty
 * @param time its time, where that could be read
 */
record RefusedEvent(
    Rejection rejection, String text, boolean truncated, String userId, Optional<Instant> time) {
  /** A valid event is far shorter; nobody may fill the disk with others. */
  private static final int MAXIMUM_BYTES = 128 * 1024;

  /**
   * Keeps what is worth keeping of an event.
   *
   * @param index its position in the request, from 0
   * @param event what was read of it
   * @param sent those it was sent with, which hold its text
   */
  static RefusedEvent of(long index, SubmittedEvent event, SubmittedEvents sent) {
    RawEvent envelope = event.envelope();
    String eventId = envelope.text(RawEventField.EVENT_ID);
    return new RefusedEvent(
        new Rejection(
            index,
            eventId.isEmpty()
                ? null
                : TextChecks.printable(eventId, RawEventField.EVENT_ID.maximumLength()),
            envelope.errors()),
        sent.text(event, MAXIMUM_BYTES),
        event.length() > MAXIMUM_BYTES,
        TextChecks.printable(
            envelope.text(RawEventField.USER_ID), RawEventField.USER_ID.maximumLength()),
        EventTime.parse(envelope.text(RawEventField.TIME)));
  }
}
