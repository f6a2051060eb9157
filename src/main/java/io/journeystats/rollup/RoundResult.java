package io.journeystats.rollup;

import java.util.Set;

/**
 * What a round of the rollup found: the tenants whose events came in between two watermarks.
 *
 * @param tenants their ids
 * @param after the events were inserted after this second since 1970, by the clock of ClickHouse
 * @param version that of the later watermark
 * @param covers the second up to which they were inserted
 */
public record RoundResult(Set<String> tenants, long after, long version, long covers) {
  /** Copies the set. */
  public RoundResult {
    tenants = Set.copyOf(tenants);
  }
}
