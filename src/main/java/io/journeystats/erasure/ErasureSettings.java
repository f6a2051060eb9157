package io.journeystats.erasure;

import io.journeystats.clickhouse.ChangeWatch;
import java.time.Duration;

/**
 * How users are erased.
 *
 * @param lease how long an instance may insert and answer without having read who was erased; an
 *     erasure takes longer by this where there may be other instances
 * @param isAlone whether no other instance of the service can write to the store
 * @param mostUsers how many erased users are known at most, of all tenants together; each takes 120
 *     bytes of the heap
 * @param patience how long a request waits for its erasure
 * @param removal how long after an erasure its bytes are removed from the disk
 */
public record ErasureSettings(
    Duration lease, boolean isAlone, long mostUsers, Duration patience, Duration removal) {
  /** What a user takes of the heap. */
  public static final int USER_BYTES = 120;

  /** Checks that all is possible. */
  public ErasureSettings {
    if (lease.isNegative() || lease.isZero() || patience.isNegative() || removal.isNegative()) {
      throw new IllegalArgumentException(
          "erasure.lease must be positive, and no time of erasure may be negative");
    }
  }

  /** How often the log of erasures has to be looked at. */
  public Duration lookInterval() {
    Duration third = lease.dividedBy(3);
    return isAlone || third.compareTo(ChangeWatch.INTERVAL) > 0 ? ChangeWatch.INTERVAL : third;
  }
}
