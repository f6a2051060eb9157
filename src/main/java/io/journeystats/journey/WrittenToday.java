package io.journeystats.journey;

import io.journeystats.clickhouse.Change;
import java.time.Duration;

/**
 * The amount that a tenant wrote to the change log on its latest day of writing. Replaced and
 * deleted definitions remain in the log.
 *
 * @param day the days since 1970, in UTC
 * @param bytes the number of bytes
 */
record WrittenToday(long day, long bytes) {
  /** The overhead of an entry in bytes. */
  private static final long ENTRY_BYTES = 256;

  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

  /** Returns the amount after a further change. */
  WrittenToday after(Change change) {
    long now = change.at().getEpochSecond() / DAY_SECONDS;
    long more = ENTRY_BYTES + StoredJourney.bytes(change.payload());
    return new WrittenToday(now, more + (now == day ? bytes : 0));
  }

  /** Returns the bytes written on the day of the given second. */
  long on(long epochSecond) {
    return epochSecond / DAY_SECONDS == day ? bytes : 0;
  }

  /** Returns the rest of the day of the given second. */
  static Duration untilMidnight(long epochSecond) {
    return Duration.ofSeconds(DAY_SECONDS - epochSecond % DAY_SECONDS);
  }
}
