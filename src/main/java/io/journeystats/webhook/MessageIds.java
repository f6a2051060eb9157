package io.journeystats.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a sender gave a message so that the provider echoes it: ids by the names that the fields of
 * an event have.
 *
 * @param texts the ids by name
 */
record MessageIds(Map<String, String> texts) {
  static final String JOURNEY = "journey_id";
  static final String STEP = "step_id";
  static final String USER = "user_id";
  static final String HWID = "hwid";
  static final String MESSAGE = "message_id";

  /** When the message was sent, where all that becomes of it is to count at that time. */
  static final String TIME = "time";

  /** The names. */
  static final Set<String> NAMES = Set.of(JOURNEY, STEP, USER, HWID, MESSAGE);

  /** Copies the map. */
  MessageIds {
    texts = Map.copyOf(texts);
  }

  /**
   * Takes the ids out of all that the provider echoes.
   *
   * @param echoed texts by name, ours among them
   * @param providersId the provider's own id of the message, which stands in where ours is missing
   */
  static MessageIds of(Map<String, String> echoed, String providersId) {
    Map<String, String> texts = new HashMap<>(echoed);
    texts.keySet().retainAll(NAMES);
    texts.values().removeIf(String::isEmpty);
    texts.putIfAbsent(MESSAGE, providersId);
    return new MessageIds(texts);
  }

  /** Tells whether a journey sent the message. */
  boolean areOurs() {
    return texts.containsKey(JOURNEY);
  }
}
