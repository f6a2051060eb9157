package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which touch gets a conversion. */
public enum AttributionModel {
  /** Each that went before: a conversion may count for several messages. */
  ANY,
  LAST,
  FIRST;

  /** Its name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The model with that key. */
  public static Optional<AttributionModel> find(String key) {
    return Arrays.stream(values()).filter(model -> model.key().equals(key)).findFirst();
  }
}
