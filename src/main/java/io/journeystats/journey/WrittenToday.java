package io.journeystats.journey;

import io.journeystats.clickhouse.Change;
import java.time.Duration;

/**
 * How much a tenant wrote into the log of changes on the last day on which it wrote: what was
 * replaced or deleted stays there.
 *
 * @param day the day, counted from 1970, UTC
 * @param bytes how much
 */
record WrittenToday(long day, long bytes) {
  /** What an entry takes besides its payload. */
  private static final long ENTRY = 256;

  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** The same after a further change. */
  WrittenToday after(Change change) {
    long now = change.at().getEpochSecond() / DAY;
    long more = ENTRY + StoredJourney.bytes(change.payload());
    return new WrittenToday(now, more + (now == day ? bytes : 0));
  }

  /** How much was written on the day of that second. */
  long on(long epochSecond) {
    return epochSecond / DAY == day ? bytes : 0;
  }

  /** How long that day lasts from that second on. */
  static Duration left(long epochSecond) {
    return Duration.ofSeconds(DAY - epochSecond % DAY);
  }
}
