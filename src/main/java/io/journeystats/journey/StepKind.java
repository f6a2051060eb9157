package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of a step. */
public enum StepKind {
  ENTRY,
  MESSAGE,
  WAIT,
  CONDITION,
  GOAL,
  EXIT,
  OTHER;

  /** Returns the name in JSON. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the kind with the given JSON name; empty if there is none. */
  public static Optional<StepKind> find(String key) {
    return Arrays.stream(values()).filter(value -> value.key().equals(key)).findFirst();
  }
}
