package io.journeystats.app;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.engine.EmbeddedClickHouse;
import io.journeystats.http.Json;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;

/** The service as a program. */
public class JourneyStatsApplication extends Application<JourneyStatsConfiguration> {
  private static final String OPERATOR_KEY = "JOURNEY_STATS_OPERATOR_KEY";

  /**
   * How many threads carry the virtual ones. The pool of connections hands one on by trying again
   * and again until its taker runs; on two carriers two such givers leave no room for the taker,
   * and nothing goes on any more. So there are more than connections that can be given back at
   * once.
   */
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  private final InstantSource clock;
  private final Ticker ticker;
  private final Optional<String> operatorKey;
  private Optional<Service> service = Optional.empty();

  /** The service as it runs: by the system's clock, with the operator's key of the environment. */
  public JourneyStatsApplication() {
    this(
        Clock.systemUTC(),
        Ticker.systemTicker(),
        Optional.ofNullable(System.getenv(OPERATOR_KEY)).filter(key -> !key.isBlank()));
  }

  /**
   * The service by another clock and another ticker.
   *
   * @param clock tells what now is
   * @param ticker tells how old remembered answers are
   * @param operatorKey the operator's secret; empty where there is no operator
   */
  protected JourneyStatsApplication(
      InstantSource clock, Ticker ticker, Optional<String> operatorKey) {
    this.clock = clock;
    this.ticker = ticker;
    this.operatorKey = operatorKey;
  }

  /** Starts a command of the program, such as {@code server config.yml}. */
  public static void main(String[] arguments) throws Exception {
    if (System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, "64");
    }
    new JourneyStatsApplication().run(arguments);
  }

  @Override
  public String getName() {
    return "journey-stats";
  }

  @Override
  public void initialize(Bootstrap<JourneyStatsConfiguration> bootstrap) {
    PrivateFiles.restrictNew();
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    // The wire has its own JSON; the configuration keeps Dropwizard's.
    bootstrap.setObjectMapper(Json.mapper());
    bootstrap.setConfigurationFactoryFactory((type, validator, _, prefix) ->
        new YamlConfigurationFactory<>(type, validator, Jackson.newObjectMapper(), prefix));
    bootstrap.addCommand(new MigrateCommand());
    bootstrap.addCommand(new DemoCommand(this));
    bootstrap.addCommand(new ImportCommand(System::exit));
  }

  @Override
  public void run(JourneyStatsConfiguration configuration, Environment environment) {
    configuration.restrictFiles();
    ClickHouse clickHouse = ClickHouse.open(configuration.clickhouse(), EmbeddedClickHouse::start);
    environment.lifecycle().manage(clickHouse);
    service =
        Optional.of(
            Service.start(configuration, environment, clickHouse, operatorKey, clock, ticker));
  }

  /** The service that {@link #run} put together, for commands that do more than serve. */
  Service service() {
    return service.orElseThrow();
  }
}
