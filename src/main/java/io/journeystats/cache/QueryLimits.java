package io.journeystats.cache;

import io.journeystats.clickhouse.ClickHouseConfiguration;
import java.time.Duration;

/**
 * How many questions the store is asked at the same time, and how many may wait.
 *
 * @param atOnce how many at once
 * @param atOnceOfTenant how many of them may be one tenant's
 * @param queueOfTenant how many more of a tenant may wait
 * @param longestWait how long one of them waits before it is refused
 */
public record QueryLimits(int atOnce, int atOnceOfTenant, int queueOfTenant, Duration longestWait) {
  /** The limits that are configured. */
  public static QueryLimits of(ClickHouseConfiguration.Statistics bounds) {
    return new QueryLimits(
        bounds.atOnce(),
        bounds.atOnceOfTenant(),
        bounds.queueOfTenant(),
        bounds.queueTimeout().toJavaDuration());
  }
}
