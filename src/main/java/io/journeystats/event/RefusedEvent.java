package io.journeystats.event;

import java.nio.charset.StandardCharsets;

/**
 * A refused event as it is kept.
 *
 * @param rejection what the sender was told
 * @param text what was sent, cut where it is far longer than any event can be
 * @param truncated whether it was cut
 */
record RefusedEvent(Rejection rejection, String text, boolean truncated) {
  /** A valid event is far shorter; nobody may fill the disk with others. */
  private static final int MAXIMUM_BYTES = 128 * 1024;

  /**
   * Keeps what is worth keeping of an event.
   *
   * @param index its position in the request, from 0
   * @param event what was read of it
   * @param body the request, which holds its text
   */
  static RefusedEvent of(int index, SentEvent event, byte[] body) {
    Envelope envelope = event.envelope();
    String eventId = envelope.text(EnvelopeField.EVENT_ID);
    int length = event.end() - event.start();
    return new RefusedEvent(
        new Rejection(
            index,
            eventId.isEmpty()
                ? null
                : Texts.printable(eventId, EnvelopeField.EVENT_ID.maximumLength()),
            envelope.errors()),
        new String(body, event.start(), Math.min(length, MAXIMUM_BYTES), StandardCharsets.UTF_8),
        length > MAXIMUM_BYTES);
  }
}
