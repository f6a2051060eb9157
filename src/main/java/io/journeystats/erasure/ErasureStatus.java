package io.journeystats.erasure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The progress of a user's erasure. */
public enum ErasureStatus {
  /** The erasure was interrupted and will be resumed; statistics may still contain the user. */
  PENDING,
  /** No statistic, list, search or file contains the user; bytes may still be on the disk. */
  ERASED,
  /** The bytes are removed from the disk. */
  REMOVED;

  /** Returns the name in JSON. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
