package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a trip ends; source: the specification of the analysis, "Words". */
public enum TripEnd {
  EXITED,
  DROPPED,
  IN_PROGRESS,
  ENTERED_AGAIN;

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
