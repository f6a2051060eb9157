package io.journeystats.clickhouse;

import com.codahale.metrics.health.HealthCheck;

/** The health check of free space on ClickHouse's disks. */
public final class DiskSpaceHealthCheck extends HealthCheck {
  /** The minimum free share; merges need room for a copy of the parts that they merge. */
  private static final double MINIMUM_FREE_SHARE = 0.05;

  private final ClickHouse clickHouse;

  /** Creates the check. */
  public DiskSpaceHealthCheck(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Override
  protected Result check() {
    try {
      var free =
          clickHouse
              .dsl("health")
              .fetchSingle(
                  "SELECT min(unreserved_space / greatest(total_space, 1)) FROM system.disks");
      double share = free.get(0, double.class);
      var message = "%.0f %% of ClickHouse's disk space is free".formatted(share * 100);
      return share < MINIMUM_FREE_SHARE ? Result.unhealthy(message) : Result.healthy(message);
    } catch (StoreUnavailableException e) {
      return Result.unhealthy(e.failure().sentence());
    }
  }
}
