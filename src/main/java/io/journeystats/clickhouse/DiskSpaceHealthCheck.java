package io.journeystats.clickhouse;

import com.codahale.metrics.health.HealthCheck;

/** Tells whether the disks that hold the data have room left, as ClickHouse sees them. */
public final class DiskSpaceHealthCheck extends HealthCheck {
  /** Merges need room for a second copy of the parts they merge. */
  private static final double LEAST_FREE_SHARE = 0.05;

  private final ClickHouse clickHouse;

  /** Makes the check. */
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
      var message = "%.0f %% of the disk of ClickHouse are free".formatted(share * 100);
      return share < LEAST_FREE_SHARE ? Result.unhealthy(message) : Result.healthy(message);
    } catch (StoreUnavailableException e) {
      return Result.unhealthy(e.failure().sentence());
    }
  }
}
