package io.journeystats.clickhouse;

import com.clickhouse.client.api.Client;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.dropwizard.lifecycle.Managed;
import io.dropwizard.util.Duration;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to ClickHouse, embedded or not: connection pools with jOOQ for general
 * statements, statistics and exports, and the driver's own client for bulk inserts.
 *
 * <p>Failures that are not bugs of the service are thrown as {@link StoreUnavailableException}.
 */
public final class ClickHouse implements Managed, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClickHouse.class);
  private static final java.time.Duration RETRY_DELAY = java.time.Duration.ofSeconds(2);

  /** The lowest priority of statistics statements. */
  public static final int LAST_LEVEL = 2;

  private static final Duration NO_WAIT = Duration.seconds(0);

  /** The memory that ClickHouse may use; by default nine tenths of its machine or container. */
  private static final String MEMORY =
      "SELECT toInt64OrZero(value) FROM server_settings WHERE name = 'max_server_memory_usage'";

  /** The maximum number of concurrent statements of one statistics query. */
  private static final int STATEMENTS_PER_QUERY = 2;

  private final Optional<LocalEngine> engine;
  private final ClickHouseEndpoint endpoint;

  private final StatementPool pool;
  private final StatementPool statisticsPool;
  private final StatementPool exportPool;
  private final Client client;
  private final Client exportClient;
  private final DSLContext dsl;
  private final DSLContext statistics;
  private final DSLContext exports;

  private ClickHouse(
      Optional<LocalEngine> engine,
      ClickHouseEndpoint endpoint,
      ClickHouseConfiguration configuration,
      Duration startTimeout) {
    this.engine = engine;
    this.endpoint = endpoint;
    awaitDatabase(startTimeout);
    long memory = engine.isPresent() ? ClickHouseConfiguration.memoryOfMachine() : memory();
    var options = DriverOptions.of(configuration.queryTimeout());
    // Requests wait for each other's statements here: one detects an outage for all.
    var circuitBreaker = new StoreCircuitBreaker(Ticker.systemTicker());
    this.pool =
        StatementPool.open(
            "clickhouse",
            endpoint,
            configuration.connections(),
            options,
            Optional.of(circuitBreaker));
    this.statisticsPool =
        StatementPool.open(
            "statistics",
            endpoint,
            STATEMENTS_PER_QUERY * configuration.statistics().atOnce(),
            DriverOptions.of(configuration.statistics(), memory),
            Optional.empty());
    var exportOptions =
        DriverOptions.of(configuration.exports(), configuration.statistics(), memory);
    int exportConnections = configuration.exports().connections();
    this.exportPool =
        StatementPool.open("exports", endpoint, exportConnections, exportOptions, Optional.empty());
    this.client = client(configuration.connections(), options);
    this.exportClient = client(exportConnections, exportOptions);
    this.dsl = pool.dsl();
    this.statistics = statisticsPool.dsl();
    this.exports = exportPool.dsl();
  }

  /**
   * Starts the engine or waits for the server, depending on the configuration; creates the database
   * if necessary, and opens the pools.
   *
   * @param embedded starts the engine
   */
  public static ClickHouse open(
      ClickHouseConfiguration configuration,
      Function<ClickHouseConfiguration.Embedded, ? extends LocalEngine> embedded) {
    return switch (configuration.mode()) {
      case SERVER ->
          open(
              configuration,
              Optional.empty(),
              configuration.server().endpoint(),
              configuration.server().startTimeout());
      case EMBEDDED -> {
        LocalEngine engine = embedded.apply(configuration.embedded());
        yield open(configuration, Optional.of(engine), engine.endpoint(), NO_WAIT);
      }
    };
  }

  /** Opens connections to a running ClickHouse. */
  public static ClickHouse open(ClickHouseEndpoint endpoint) {
    return open(ClickHouseConfiguration.defaults(), Optional.empty(), endpoint, NO_WAIT);
  }

  private static ClickHouse open(
      ClickHouseConfiguration configuration,
      Optional<LocalEngine> engine,
      ClickHouseEndpoint endpoint,
      Duration startTimeout) {
    try {
      return new ClickHouse(engine, endpoint, configuration, startTimeout);
    } catch (RuntimeException e) {
      engine.ifPresent(LocalEngine::close);
      throw StoreFailure.translate(e);
    }
  }

  /** Returns the endpoint of the connections. */
  public ClickHouseEndpoint endpoint() {
    return endpoint;
  }

  /** Returns the engine if the service runs its own. */
  public Optional<LocalEngine> engine() {
    return engine;
  }

  /** Returns a context for unnamed statements; for tests and the migrator. */
  public DSLContext dsl() {
    return dsl;
  }

  /**
   * Returns a context for named statements.
   *
   * @param logComment the name, which ClickHouse logs as {@code log_comment}, such as {@code
   *     stats.messages}
   */
  public DSLContext dsl(String logComment) {
    return DSL.using(StatementSettings.named(dsl.configuration(), logComment));
  }

  /**
   * Returns a context for statements of statistics. They have connections and limits of their own,
   * so they take nothing from other statements.
   *
   * @param logComment the name, which ClickHouse logs as {@code log_comment}
   */
  public DSLContext statistics(String logComment) {
    return DSL.using(StatementSettings.named(statistics.configuration(), logComment));
  }

  /**
   * Returns a context for statements of statistics with a lower priority.
   *
   * @param level from 0, the highest priority, to {@link #LAST_LEVEL}
   */
  public static DSLContext yielding(DSLContext statistics, int level) {
    return DSL.using(StatementSettings.yielding(statistics.configuration(), level));
  }

  /**
   * Returns a context for statements of background exports. They have the limits of statistics
   * except for time, since no user is waiting, and connections of their own.
   *
   * @param logComment the name, which ClickHouse logs as {@code log_comment}
   */
  public DSLContext exports(String logComment) {
    return DSL.using(StatementSettings.named(exports.configuration(), logComment));
  }

  /** Returns queries whose results have any number of rows. */
  public RawQueries byteQueries() {
    return new RawQueries(exportClient, dsl);
  }

  /** Returns the pool for plain JDBC. */
  public DataSource dataSource() {
    return pool.source();
  }

  /** Runs work on the driver's own client and translates its exceptions. */
  public <T> T withClient(ClientWork<T> work) {
    try {
      return work.run(client);
    } catch (RuntimeException e) {
      throw StoreFailure.translate(e);
    } catch (ExecutionException e) {
      throw StoreFailure.translate(new IllegalStateException(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(StoreFailure.CANCELLED, e);
    } catch (Exception e) {
      throw StoreFailure.translate(new IllegalStateException(e));
    }
  }

  /**
   * Work on the driver's own client.
   *
   * @param <T> the type of its result
   */
  @FunctionalInterface
  public interface ClientWork<T> {
    /** Runs the work. */
    T run(Client client) throws Exception;
  }

  @Override
  public void stop() {
    close();
  }

  @Override
  public void close() {
    exportPool.close();
    statisticsPool.close();
    pool.close();
    client.close();
    exportClient.close();
    engine.ifPresent(LocalEngine::close);
  }

  /** If the service and ClickHouse are started together, ClickHouse may be available later. */
  private void awaitDatabase(Duration startTimeout) {
    Failsafe.with(
            RetryPolicy.builder()
                .handleIf(failure ->
                    StoreFailure.of(failure).filter(StoreFailure.UNREACHABLE::equals).isPresent())
                .withMaxRetries((int) (startTimeout.toSeconds() / RETRY_DELAY.toSeconds()))
                .withDelay(RETRY_DELAY)
                .onRetry(again ->
                    LOG.warn(
                        "Waiting for ClickHouse at {}; attempt {}",
                        endpoint,
                        again.getAttemptCount()))
                .build())
        .run(() -> createDatabase());
  }

  /** Returns the memory of a server, which may run on another machine. */
  private long memory() {
    var system = endpoint.withDatabase("system");
    var source = StatementPool.driver(system, DriverOptions.of(Duration.seconds(10)));
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(MEMORY)) {
      long memory = result.next() ? result.getLong(1) : 0;
      return memory > 0 ? memory : ClickHouseConfiguration.memoryOfMachine();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read the memory limit of %s.".formatted(endpoint), e);
    }
  }

  private void createDatabase() {
    var system = endpoint.withDatabase("system");
    var source = StatementPool.driver(system, DriverOptions.of(Duration.seconds(10)));
    var exists = "SELECT count() FROM databases WHERE name = '" + endpoint.database() + "'";
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(exists)) {
      // Checked first: the user may not be allowed to create databases.
      if (result.next() && result.getInt(1) == 0) {
        statement.execute("CREATE DATABASE IF NOT EXISTS " + endpoint.database());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create the database %s.".formatted(endpoint), e);
    }
  }

  private Client client(int connections, DriverOptions options) {
    return new Client.Builder()
        .addEndpoint(endpoint.url().toString())
        .setUsername(endpoint.user())
        .setPassword(endpoint.password())
        .setDefaultDatabase(endpoint.database())
        .setMaxConnections(connections)
        .setConnectionRequestTimeout(StatementPool.WAIT_MILLIS, ChronoUnit.MILLIS)
        .compressServerResponse(!endpoint.isLocal())
        .compressClientRequest(!endpoint.isLocal())
        .setOptions(options.values())
        .build();
  }
}
