package io.journeystats.erasure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far the erasure of a user is. */
public enum ErasureStatus {
  /** It was interrupted and is going to be continued; numbers may still contain the user. */
  PENDING,
  /** No number, list, search or file contains the user; bytes may still be on the disk. */
  ERASED,
  /** The bytes are off the disk. */
  REMOVED;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
