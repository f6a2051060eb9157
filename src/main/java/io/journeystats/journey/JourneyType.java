package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How users enter a journey. */
public enum JourneyType {
  AUDIENCE_BASED,
  TRIGGER_BASED;

  /** Returns the name in JSON. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the type with the given JSON name; empty if there is none. */
  public static Optional<JourneyType> find(String key) {
    return Arrays.stream(values()).filter(value -> value.key().equals(key)).findFirst();
  }
}
