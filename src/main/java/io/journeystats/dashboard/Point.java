package io.journeystats.dashboard;

import io.journeystats.metric.Values;
import io.journeystats.tenant.TenantView;
import java.time.ZonedDateTime;

/**
 * One point of a series.
 *
 * @param start the start of its bucket
 * @param values its numbers
 */
record Point(ZonedDateTime start, Values values) {
  /** The description of a point's time in the API document. */
  static final String TIME_MEANING = "The start of the bucket, with the zone's offset then.";

  /** The start of the bucket with the zone's offset then. */
  String time() {
    return time(start);
  }

  /** The start of a bucket, as points show it. */
  static String time(ZonedDateTime start) {
    return TenantView.time(start.toInstant(), start.getZone());
  }
}
