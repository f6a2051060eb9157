package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a trip ends; source: the specification of the analysis, "Words". */
public enum TripEnd {
  EXITED(0),
  DROPPED(1),
  IN_PROGRESS(2),
  ENTERED_AGAIN(3);

  private final int number;

  TripEnd(int number) {
    this.number = number;
  }

  /** Its number in statements, and its place among ends. */
  public int number() {
    return number;
  }

  /** The end with that number. */
  public static TripEnd of(int number) {
    return Arrays.stream(values()).filter(end -> end.number == number).findFirst().orElseThrow();
  }

  /** Its name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The end with that key. */
  public static Optional<TripEnd> find(String key) {
    return Arrays.stream(values()).filter(end -> end.key().equals(key)).findFirst();
  }
}
