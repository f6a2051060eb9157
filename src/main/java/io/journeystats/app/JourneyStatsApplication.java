package io.journeystats.app;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.http.Json;
import java.time.Clock;
import java.util.Optional;

/** The service as a program. */
public final class JourneyStatsApplication extends Application<JourneyStatsConfiguration> {
  private static final String OPERATOR_KEY = "JOURNEY_STATS_OPERATOR_KEY";

  /** Starts a command of the program, such as {@code server config.yml}. */
  public static void main(String[] arguments) throws Exception {
    new JourneyStatsApplication().run(arguments);
  }

  @Override
  public String getName() {
    return "journey-stats";
  }

  @Override
  public void initialize(Bootstrap<JourneyStatsConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    bootstrap.addCommand(new MigrateCommand());
  }

  @Override
  public void run(JourneyStatsConfiguration configuration, Environment environment) {
    Json.configure(environment.getObjectMapper());
    ClickHouse clickHouse = ClickHouse.open(configuration.clickhouse());
    environment.lifecycle().manage(clickHouse);
    Service.start(configuration, environment, clickHouse, operatorKey(), Clock.systemUTC());
  }

  private static Optional<String> operatorKey() {
    return Optional.ofNullable(System.getenv(OPERATOR_KEY)).filter(key -> !key.isBlank());
  }
}
