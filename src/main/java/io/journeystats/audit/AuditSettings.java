package io.journeystats.audit;

import java.time.Duration;

/**
 * How much is noted.
 *
 * @param entriesOfTenant how many entries are kept of a tenant; the oldest make room for new ones
 * @param keep how long an entry is kept
 * @param open how many different entries are summed up at the same time; beyond it, those of a key
 *     are one
 * @param openOfTenant how many of them of one tenant
 */
public record AuditSettings(int entriesOfTenant, Duration keep, int open, int openOfTenant) {
  /** What is noted unless the configuration says otherwise. */
  public static final AuditSettings USUAL =
      new AuditSettings(100_000, Duration.ofDays(400), 10_000, 1_000);
}
