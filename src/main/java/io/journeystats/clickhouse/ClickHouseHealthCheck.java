package io.journeystats.clickhouse;

import com.codahale.metrics.health.HealthCheck;

/** The health check of whether ClickHouse responds. */
public final class ClickHouseHealthCheck extends HealthCheck {
  private final ClickHouse clickHouse;

  /** Creates the check. */
  public ClickHouseHealthCheck(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Override
  protected Result check() {
    try {
      return Result.healthy(
          "ClickHouse " + clickHouse.dsl("health").fetchValue("SELECT version()"));
    } catch (StoreUnavailableException e) {
      return Result.unhealthy("%s (%s).", e.failure().sentence(), clickHouse.endpoint());
    }
  }
}
