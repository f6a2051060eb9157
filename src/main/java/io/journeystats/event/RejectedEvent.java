package io.journeystats.event;

import java.time.Instant;
import java.util.Optional;

/**
 * A rejected event in the form that is stored.
 *
 * @param rejection the rejection in the response
 * @param text the text that was sent, truncated if it is far longer than a valid event
 * @param truncated whether the text was truncated
 * @param userId the id of the user; empty if it could not be read
 * @param time the time of the event; empty if it could not be read
 */
record RejectedEvent(
    Rejection rejection, String text, boolean truncated, String userId, Optional<Instant> time) {
  /** Far longer than a valid event; limits the disk space that a sender can take. */
  private static final int MAXIMUM_BYTES = 128 * 1024;

  /**
   * Converts an event to the stored form.
   *
   * @param index the position in the request, from 0
   * @param event the event
   * @param sent the events of the request, with their text
   */
  static RejectedEvent of(long index, SubmittedEvent event, SubmittedEvents sent) {
    RawEvent raw = event.raw();
    String eventId = raw.text(RawEventField.EVENT_ID);
    return new RejectedEvent(
        new Rejection(
            index,
            eventId.isEmpty()
                ? null
                : TextChecks.printable(eventId, RawEventField.EVENT_ID.maximumLength()),
            raw.errors()),
        sent.text(event, MAXIMUM_BYTES),
        event.length() > MAXIMUM_BYTES,
        TextChecks.printable(
            raw.text(RawEventField.USER_ID), RawEventField.USER_ID.maximumLength()),
        EventTime.parse(raw.text(RawEventField.TIME)));
  }
}
