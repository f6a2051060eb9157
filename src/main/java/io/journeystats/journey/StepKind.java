package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a step of a journey does. */
public enum StepKind {
  ENTRY,
  MESSAGE,
  WAIT,
  CONDITION,
  GOAL,
  EXIT,
  OTHER;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
