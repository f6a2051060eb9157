package io.journeystats.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job is; all but the first two are ends. */
public enum ExportStatus {
  /** It waits for its turn, also for another one after a passing failure. */
  QUEUED,
  /** Its file is being written. */
  RUNNING,
  /** Its file is there. */
  READY,
  /** It ended without a file; its error says why. */
  FAILED,
  /** It was cancelled before its file was there. */
  CANCELLED,
  /** Its file was there and was removed; its error says why. */
  EXPIRED;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether there will be more of it. */
  boolean isUnderWay() {
    return this == QUEUED || this == RUNNING;
  }
}
