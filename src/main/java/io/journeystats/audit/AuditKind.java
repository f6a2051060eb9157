package io.journeystats.audit;

import java.time.Duration;
import java.util.Locale;

/** What was done that is noted although it changed nothing. */
public enum AuditKind {
  /** Somebody began a session. */
  SIGNED_IN(Duration.ofMinutes(1)),
  /** Somebody ended a session. */
  SIGNED_OUT(Duration.ofMinutes(1)),
  /** A key was sent that is not known, or no longer. */
  KEY_REFUSED(Duration.ofHours(1)),
  /** A key asked for what its role does not allow. */
  REQUEST_REFUSED(Duration.ofHours(1)),
  /** A file was read. */
  FILE_DOWNLOADED(Duration.ofMinutes(1)),
  /** A list of users was read. */
  USERS_LISTED(Duration.ofMinutes(1));

  private final Duration window;

  AuditKind(Duration window) {
    this.window = window;
  }

  /** The name on the wire and in the store. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For how long what is alike is one entry. */
  Duration window() {
    return window;
  }
}
