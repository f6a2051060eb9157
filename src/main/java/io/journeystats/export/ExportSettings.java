package io.journeystats.export;

import java.time.Duration;

/**
 * How much is exported at once, and what is kept.
 *
 * @param atOnce how many jobs this instance runs at once
 * @param atOnceOfTenant how many jobs of a tenant run at once, on all instances
 * @param queue how many jobs may wait in all
 * @param queueOfTenant how many of them may be one tenant's
 * @param attempts how often a job is tried that fails through no fault of its own
 * @param lease for how long a running job may be silent before its instance counts as dead
 * @param keep how long a file is kept
 * @param room how many bytes the files may have together; the oldest make room for new ones
 * @param roomOfTenant how many of them those of one tenant
 * @param filesOfTenant how many files one tenant may have
 * @param leastFree how many bytes are left free on the disk
 */
public record ExportSettings(
    int atOnce,
    int atOnceOfTenant,
    int queue,
    int queueOfTenant,
    int attempts,
    Duration lease,
    Duration keep,
    long room,
    long roomOfTenant,
    int filesOfTenant,
    long leastFree) {

  /** The pause between two looks at what is to be done. */
  Duration pulse() {
    return lease.dividedBy(8);
  }

  /** The pause between two searches for expired files. */
  Duration tidying() {
    return lease.multipliedBy(4);
  }

  /** How often a running job says that it is alive. */
  Duration heartbeat() {
    return lease.dividedBy(4);
  }
}
