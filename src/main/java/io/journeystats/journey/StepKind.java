package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /** The one with that name on the wire, empty where there is none. */
  public static Optional<StepKind> find(String key) {
    return Arrays.stream(values()).filter(value -> value.key().equals(key)).findFirst();
  }
}
