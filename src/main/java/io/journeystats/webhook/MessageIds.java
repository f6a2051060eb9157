package io.journeystats.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The ids that a sender attached to a message and the provider echoes in its reports.
 *
 * @param texts the ids, by the names of the event fields
 */
record MessageIds(Map<String, String> texts) {
  static final String JOURNEY = "journey_id";
  static final String STEP = "step_id";
  static final String USER = "user_id";
  static final String HWID = "hwid";
  static final String MESSAGE = "message_id";

  /** The time at which the message was sent, if all its events count at that time. */
  static final String TIME = "time";

  /** The names of the ids. */
  static final Set<String> NAMES = Set.of(JOURNEY, STEP, USER, HWID, MESSAGE);

  /** Copies the map. */
  MessageIds {
    texts = Map.copyOf(texts);
  }

  /**
   * Selects the ids from all values that the provider echoes.
   *
   * @param echoed the values by name
   * @param providerId the provider's id of the message, used if the sender attached none
   */
  static MessageIds of(Map<String, String> echoed, String providerId) {
    Map<String, String> texts = new HashMap<>(echoed);
    texts.keySet().retainAll(NAMES);
    texts.values().removeIf(String::isEmpty);
    texts.putIfAbsent(MESSAGE, providerId);
    return new MessageIds(texts);
  }

  /** Whether a journey sent the message. */
  boolean nameJourney() {
    return texts.containsKey(JOURNEY);
  }
}
