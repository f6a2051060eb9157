package io.journeystats.cache;

import io.journeystats.clickhouse.ClickHouseConfiguration;
import java.time.Duration;

/**
 * The limits on concurrent queries.
 *
 * @param atOnce the maximum number of concurrent queries
 * @param atOnceOfTenant the maximum number of them per tenant
 * @param queueOfTenant the maximum number of queries per tenant that wait
 * @param longestWait the maximum time that a query waits before it is refused
 */
public record QueryLimits(int atOnce, int atOnceOfTenant, int queueOfTenant, Duration longestWait) {
  /** The configured limits. */
  public static QueryLimits of(ClickHouseConfiguration.Statistics bounds) {
    return new QueryLimits(
        bounds.atOnce(),
        bounds.atOnceOfTenant(),
        bounds.queueOfTenant(),
        bounds.queueTimeout().toJavaDuration());
  }
}
