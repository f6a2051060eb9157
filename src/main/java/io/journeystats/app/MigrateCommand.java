package io.journeystats.app;

import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.engine.EmbeddedClickHouse;
import net.sourceforge.argparse4j.inf.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command that migrates the database's schema and exits. The server does the same when it
 * starts.
 */
final class MigrateCommand extends ConfiguredCommand<JourneyStatsConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(MigrateCommand.class);

  MigrateCommand() {
    super("migrate", "Migrates the database's schema");
  }

  @Override
  protected void run(
      Bootstrap<JourneyStatsConfiguration> bootstrap,
      Namespace namespace,
      JourneyStatsConfiguration configuration) {
    configuration.restrictFiles();
    try (ClickHouse clickHouse =
        ClickHouse.open(configuration.clickhouse(), EmbeddedClickHouse::start)) {
      LOG.info("Applied {}", new Migrator(clickHouse).migrate());
    }
  }
}
