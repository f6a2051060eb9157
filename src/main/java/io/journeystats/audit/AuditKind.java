package io.journeystats.audit;

import java.time.Duration;
import java.util.Locale;

/** An action that is recorded although it changes nothing. */
public enum AuditKind {
  /** A user signed in. */
  SIGNED_IN(Duration.ofMinutes(1)),
  /** A user signed out. */
  SIGNED_OUT(Duration.ofMinutes(1)),
  /** A request used an unknown or revoked API key. */
  KEY_REFUSED(Duration.ofHours(1)),
  /** A request was not allowed by its API key's role. */
  REQUEST_REFUSED(Duration.ofHours(1)),
  /** A file was downloaded. */
  FILE_DOWNLOADED(Duration.ofMinutes(1)),
  /** A list of users was returned. */
  USERS_LISTED(Duration.ofMinutes(1));

  private final Duration window;

  AuditKind(Duration window) {
    this.window = window;
  }

  /** Returns the name in JSON and in the database. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the time within which equal events are one entry. */
  Duration window() {
    return window;
  }
}
