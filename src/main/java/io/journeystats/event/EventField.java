package io.journeystats.event;

import java.util.List;

/**
 * The description of a field of an event.
 *
 * @param key the name on the wire
 * @param maximumLength the maximum number of characters; of properties, bytes of JSON
 * @param required whether the event must have the field
 * @param values the allowed values; empty if any value is allowed
 */
public record EventField(String key, int maximumLength, boolean required, List<String> values) {
  /** Copies the list. */
  public EventField {
    values = List.copyOf(values);
  }

  /** Whether the field is the id of a journey. */
  public boolean isJourney() {
    return key.equals(RawEventField.JOURNEY_ID.key());
  }

  /** Whether the field is a time. */
  public boolean isTime() {
    return key.equals(RawEventField.TIME.key());
  }

  /** Whether the field is a boolean. */
  public boolean isFlag() {
    return key.equals(RawEventField.MACHINE.key());
  }

  /** Whether the field is a JSON object. */
  public boolean isObject() {
    return key.equals(RawEventField.PROPERTIES.key());
  }
}
