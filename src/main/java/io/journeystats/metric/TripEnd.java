package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The end of a trip; source: the analysis specification, "Words". */
public enum TripEnd {
  EXITED(0),
  DROPPED(1),
  IN_PROGRESS(2),
  ENTERED_AGAIN(3);

  private final int number;

  TripEnd(int number) {
    this.number = number;
  }

  /** The number in SQL statements, which also orders the ends. */
  public int number() {
    return number;
  }

  /** The end with this number. */
  public static TripEnd of(int number) {
    return Arrays.stream(values()).filter(end -> end.number == number).findFirst().orElseThrow();
  }

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The end with this key; empty if there is none. */
  public static Optional<TripEnd> find(String key) {
    return Arrays.stream(values()).filter(end -> end.key().equals(key)).findFirst();
  }
}
