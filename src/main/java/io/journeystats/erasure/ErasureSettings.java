package io.journeystats.erasure;

import io.journeystats.clickhouse.ChangeWatch;
import java.time.Duration;

/**
 * The settings of user erasures.
 *
 * @param lease how long an instance may insert and answer without reading the erasure log; with
 *     several instances an erasure takes longer by this time
 * @param isAlone whether no other instance of the service can write to the store
 * @param mostUsers the maximum number of erased users of all tenants; each takes 120 bytes of heap
 * @param patience how long a request waits for its erasure
 * @param removal how long after an erasure its bytes are removed from the disk
 */
public record ErasureSettings(
    Duration lease, boolean isAlone, long mostUsers, Duration patience, Duration removal) {
  /** The heap per user in bytes. */
  public static final int USER_BYTES = 120;

  /** Returns how often the erasure log must be checked. */
  public Duration lookInterval() {
    Duration third = lease.dividedBy(3);
    return isAlone || third.compareTo(ChangeWatch.INTERVAL) > 0 ? ChangeWatch.INTERVAL : third;
  }
}
