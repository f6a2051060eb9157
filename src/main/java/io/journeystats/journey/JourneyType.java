package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How users come into a journey. */
public enum JourneyType {
  AUDIENCE_BASED,
  TRIGGER_BASED;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
