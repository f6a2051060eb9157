package io.journeystats.clickhouse;

import com.codahale.metrics.health.HealthCheck;

/** Tells whether the schema is the one this version of the service works on. */
public final class MigrationsHealthCheck extends HealthCheck {
  private final Migrator migrator;

  /** Makes the check. */
  public MigrationsHealthCheck(Migrator migrator) {
    this.migrator = migrator;
  }

  @Override
  protected Result check() {
    try {
      var pending = migrator.pending();
      return pending.isEmpty()
          ? Result.healthy()
          : Result.unhealthy("Not applied yet: %s.", pending);
    } catch (MigrationException e) {
      return Result.unhealthy(e);
    } catch (StoreUnavailableException e) {
      return Result.unhealthy(e.failure().sentence());
    }
  }
}
