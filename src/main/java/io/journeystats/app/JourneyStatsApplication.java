package io.journeystats.app;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.validation.Validators;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.engine.EmbeddedClickHouse;
import io.journeystats.http.Json;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** The service as a Dropwizard application. */
public class JourneyStatsApplication extends Application<JourneyStatsConfiguration> {
  private static final String OPERATOR_KEY = "JOURNEY_STATS_OPERATOR_KEY";

  /**
   * The number of carrier threads. The connection pool hands over a connection by retrying until
   * the recipient runs. With two carrier threads, two such handovers leave no thread for the
   * recipients, and everything stops. So there are more carrier threads than connections that can
   * be released at the same time.
   */
  private static final String CARRIER_THREADS = "jdk.virtualThreadScheduler.parallelism";

  private final InstantSource clock;
  private final Ticker ticker;
  private final Optional<String> operatorKey;
  private Optional<Service> service = Optional.empty();

  /** Creates the service with the system's clock and the operator's key from the environment. */
  public JourneyStatsApplication() {
    this(
        Clock.systemUTC(),
        Ticker.systemTicker(),
        Optional.ofNullable(System.getenv(OPERATOR_KEY)).filter(key -> !key.isBlank()));
  }

  /**
   * Creates the service with another clock and ticker.
   *
   * @param clock the clock
   * @param ticker measures the age of cached answers
   * @param operatorKey the operator's secret; if empty, there is no operator
   */
  protected JourneyStatsApplication(
      InstantSource clock, Ticker ticker, Optional<String> operatorKey) {
    this.clock = clock;
    this.ticker = ticker;
    this.operatorKey = operatorKey;
  }

  /** Runs a command, such as {@code server config.yml}. */
  public static void main(String[] arguments) throws Exception {
    if (System.getProperty(CARRIER_THREADS) == null) {
      System.setProperty(CARRIER_THREADS, "64");
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
    // The API has its own JSON settings; the configuration keeps Dropwizard's.
    bootstrap.setObjectMapper(Json.mapper());
    bootstrap.setConfigurationFactoryFactory(
        (type, validator, _, prefix) -> new StrictConfigurationFactory<>(type, validator, prefix));
    // Messages about the configuration are in English in every locale.
    bootstrap.setValidatorFactory(
        Validators.newConfiguration().defaultLocale(Locale.ENGLISH).buildValidatorFactory());
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

  /** Returns the running service, for commands that extend it. */
  Service service() {
    return service.orElseThrow();
  }
}
