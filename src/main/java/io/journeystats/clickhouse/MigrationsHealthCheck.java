package io.journeystats.clickhouse;

import com.codahale.metrics.health.HealthCheck;

/** The health check of whether the schema is up to date. */
public final class MigrationsHealthCheck extends HealthCheck {
  private final Migrator migrator;

  /** Creates the check. */
  public MigrationsHealthCheck(Migrator migrator) {
    this.migrator = migrator;
  }

  @Override
  protected Result check() {
    try {
      var pending = migrator.pending();
      return pending.isEmpty()
          ? Result.healthy()
          : Result.unhealthy("Not yet applied: %s.", pending);
    } catch (MigrationException e) {
      return Result.unhealthy(e);
    } catch (StoreUnavailableException e) {
      return Result.unhealthy(e.failure().sentence());
    }
  }
}
