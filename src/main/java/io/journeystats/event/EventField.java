package io.journeystats.event;

import java.util.List;

/**
 * A field of the event.
 *
 * @param key its name on the wire
 * @param maximumLength how many characters its text may have; of properties, bytes of JSON
 * @param required whether the event must carry it
 * @param values what it may say; empty where it is free
 */
public record EventField(String key, int maximumLength, boolean required, List<String> values) {
  /** Copies the list. */
  public EventField {
    values = List.copyOf(values);
  }

  /** Tells whether it names a journey. */
  public boolean isJourney() {
    return key.equals(RawEventField.JOURNEY_ID.key());
  }

  /** Tells whether it is a time. */
  public boolean isTime() {
    return key.equals(RawEventField.TIME.key());
  }

  /** Tells whether it is true or false. */
  public boolean isFlag() {
    return key.equals(RawEventField.MACHINE.key());
  }

  /** Tells whether it holds free attributes. */
  public boolean isObject() {
    return key.equals(RawEventField.PROPERTIES.key());
  }
}
