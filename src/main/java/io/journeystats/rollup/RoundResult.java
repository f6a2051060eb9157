package io.journeystats.rollup;

import java.util.Set;

/**
 * The result of a round of the rollup: the tenants with events between two watermarks.
 *
 * @param tenants the ids of the tenants
 * @param after the time of the earlier watermark, in seconds since 1970 by the clock of ClickHouse
 * @param version the version of the later watermark
 * @param covers the time of the later watermark, in seconds since 1970
 */
public record RoundResult(Set<String> tenants, long after, long version, long covers) {
  /** Copies the set. */
  public RoundResult {
    tenants = Set.copyOf(tenants);
  }
}
