package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A resource whose use per tenant is limited by the operator. */
public enum Limit {
  /** Journeys of any status. */
  JOURNEYS(10_000),
  /** The total size of all journey definitions as JSON, in bytes. */
  DEFINITION_BYTES(64L << 20),
  /** Active API keys. */
  KEYS(1_000),
  /** Revisions per journey. */
  REVISIONS(1_000),
  /** Stored rejected events. */
  REJECTED_EVENTS(100_000),
  /** The total size of stored rejected events in bytes. */
  REJECTED_BYTES(256L << 20),
  /** Distinct events per UTC day of their latest acceptance. */
  EVENTS_PER_DAY(Limit.NONE),
  /** Distinct stored events. */
  STORED_EVENTS(Limit.NONE);

  /** No limit. */
  public static final long NONE = Long.MAX_VALUE;

  private final long defaultMaximum;

  Limit(long defaultMaximum) {
    this.defaultMaximum = defaultMaximum;
  }

  /** Returns the name in JSON. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the default, which the configuration or the operator can override. */
  public long defaultMaximum() {
    return defaultMaximum;
  }
}
