package io.journeystats.audit;

import java.time.Duration;

/**
 * The settings of the audit log.
 *
 * @param entriesOfTenant the maximum number of entries per tenant; the oldest are removed first
 * @param keep the retention of entries
 * @param open the maximum number of distinct entries that are counted at the same time; further
 *     events of an API key share one entry
 * @param openOfTenant the maximum number of them per tenant
 */
public record AuditSettings(int entriesOfTenant, Duration keep, int open, int openOfTenant) {
  /** The default settings. */
  public static final AuditSettings DEFAULTS =
      new AuditSettings(100_000, Duration.ofDays(400), 10_000, 1_000);
}
