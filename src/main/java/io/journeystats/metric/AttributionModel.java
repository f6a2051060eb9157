package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The choice of the touch that is credited with a conversion. */
public enum AttributionModel {
  /** Every touch before the conversion, which may count for several messages. */
  ANY,
  /** The last touch before the conversion. */
  LAST,
  /** The first touch in the conversion period before the conversion. */
  FIRST;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The model with this key; empty if there is none. */
  public static Optional<AttributionModel> find(String key) {
    return Arrays.stream(values()).filter(model -> model.key().equals(key)).findFirst();
  }
}
