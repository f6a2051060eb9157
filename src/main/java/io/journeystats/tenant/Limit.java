package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something of which a tenant may have only so much, as the operator decides. */
public enum Limit {
  /** Journeys, of whatever status. */
  JOURNEYS(10_000),
  /** The bytes of the definitions of all journeys, as JSON. */
  DEFINITION_BYTES(64L << 20),
  /** Keys in force. */
  KEYS(1_000),
  /** Changes of one journey. */
  REVISIONS(1_000),
  /** Rejected events that are kept. */
  REJECTED_EVENTS(100_000),
  /** The bytes of rejected events that are kept. */
  REJECTED_BYTES(256L << 20),
  /** Accepted events of a day, UTC: those that came in last on it, each once. */
  EVENTS_PER_DAY(Limit.NONE),
  /** Stored events, each once however often it was sent. */
  STORED_EVENTS(Limit.NONE);

  /** No limit. */
  public static final long NONE = Long.MAX_VALUE;

  private final long usual;

  Limit(long usual) {
    this.usual = usual;
  }

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How much a tenant may have unless the configuration or the operator says otherwise. */
  public long usual() {
    return usual;
  }
}
