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
 * The open connections to ClickHouse, embedded or not: a pool with jOOQ on it for statements, one
 * for those of statistics, one for those of exports, and the driver's own client for bulk
 * insertions.
 *
 * <p>Whatever goes wrong there and is not our own bug comes out as {@link
 * StoreUnavailableException}.
 */
public final class ClickHouse implements Managed, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClickHouse.class);
  private static final java.time.Duration LOOK_AGAIN = java.time.Duration.ofSeconds(2);

  /** The level of statements that give way to all others of statistics. */
  public static final int LAST_LEVEL = 2;

  private static final Duration NO_PATIENCE = Duration.seconds(0);

  /** What ClickHouse may take, which is nine tenths of its machine or container unless told. */
  private static final String MEMORY =
      "SELECT toInt64OrZero(value) FROM server_settings WHERE name = 'max_server_memory_usage'";

  /** How many of them a question of statistics has running at the same time. */
  private static final int STATEMENTS_A_QUESTION = 2;

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
      Duration patience) {
    this.engine = engine;
    this.endpoint = endpoint;
    awaitDatabase(patience);
    long memory = engine.isPresent() ? ClickHouseConfiguration.memoryOfMachine() : memory();
    var options = DriverOptions.of(configuration.queryTimeout());
    // Requests wait for each other's statements here, at catalogues: one finds out for all.
    var outage = new StoreCircuitBreaker(Ticker.systemTicker());
    this.pool =
        StatementPool.open(
            "clickhouse", endpoint, configuration.connections(), options, Optional.of(outage));
    this.statisticsPool =
        StatementPool.open(
            "statistics",
            endpoint,
            STATEMENTS_A_QUESTION * configuration.statistics().atOnce(),
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
   * Starts the engine if the configuration says so, or waits for the server; makes the database if
   * it is missing, and opens the pool.
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
        yield open(configuration, Optional.of(engine), engine.endpoint(), NO_PATIENCE);
      }
    };
  }

  /** Opens connections to a ClickHouse that runs already. */
  public static ClickHouse open(ClickHouseEndpoint endpoint) {
    return open(ClickHouseConfiguration.defaults(), Optional.empty(), endpoint, NO_PATIENCE);
  }

  private static ClickHouse open(
      ClickHouseConfiguration configuration,
      Optional<LocalEngine> engine,
      ClickHouseEndpoint endpoint,
      Duration patience) {
    try {
      return new ClickHouse(engine, endpoint, configuration, patience);
    } catch (RuntimeException e) {
      engine.ifPresent(LocalEngine::close);
      throw StoreFailure.translate(e);
    }
  }

  /** Where the connections lead. */
  public ClickHouseEndpoint endpoint() {
    return endpoint;
  }

  /** The engine, if it is the service's own. */
  public Optional<LocalEngine> engine() {
    return engine;
  }

  /** Statements that bear no name; for tests and the migrator. */
  public DSLContext dsl() {
    return dsl;
  }

  /**
   * Statements that bear a name.
   *
   * @param logComment what ClickHouse notes beside each of them ({@code log_comment}), such as
   *     {@code stats.messages}
   */
  public DSLContext dsl(String logComment) {
    return DSL.using(StatementSettings.named(dsl.configuration(), logComment));
  }

  /**
   * Statements that read statistics, on connections of their own: within the bounds of the
   * configuration, and without taking anything from the others.
   *
   * @param logComment what ClickHouse notes beside each of them
   */
  public DSLContext statistics(String logComment) {
    return DSL.using(StatementSettings.named(statistics.configuration(), logComment));
  }

  /**
   * Statements of statistics that give way to those of lower levels.
   *
   * @param level from 0, where they give way to no others of statistics, to {@link #LAST_LEVEL}
   */
  public static DSLContext yielding(DSLContext statistics, int level) {
    return DSL.using(StatementSettings.yielding(statistics.configuration(), level));
  }

  /**
   * Statements of files that are made in the background: the bounds of statistics but for time, as
   * nobody sits before a screen and waits. Also on connections of their own.
   *
   * @param logComment what ClickHouse notes beside each of them
   */
  public DSLContext exports(String logComment) {
    return DSL.using(StatementSettings.named(exports.configuration(), logComment));
  }

  /** Statements that are answered with rows without number. */
  public RawQueries byteQueries() {
    return new RawQueries(exportClient, dsl);
  }

  /** The pool, for plain JDBC. */
  public DataSource dataSource() {
    return pool.source();
  }

  /** Runs work on the driver's own client, whose exceptions become ours. */
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
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface ClientWork<T> {
    /** Does the work. */
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

  /** Where the service and its ClickHouse are started together, ClickHouse may be the later one. */
  private void awaitDatabase(Duration patience) {
    Failsafe.with(
            RetryPolicy.builder()
                .handleIf(failure ->
                    StoreFailure.of(failure).filter(StoreFailure.UNREACHABLE::equals).isPresent())
                .withMaxRetries((int) (patience.toSeconds() / LOOK_AGAIN.toSeconds()))
                .withDelay(LOOK_AGAIN)
                .onRetry(again ->
                    LOG.warn(
                        "ClickHouse is not there yet, at {}; attempt {}",
                        endpoint,
                        again.getAttemptCount()))
                .build())
        .run(() -> createDatabase());
  }

  /** What a server has, which may be another machine's. */
  private long memory() {
    var system = endpoint.withDatabase("system");
    var source = StatementPool.driver(system, DriverOptions.of(Duration.seconds(10)));
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(MEMORY)) {
      long memory = result.next() ? result.getLong(1) : 0;
      return memory > 0 ? memory : ClickHouseConfiguration.memoryOfMachine();
    } catch (SQLException e) {
      throw new IllegalStateException("The memory of %s is not known.".formatted(endpoint), e);
    }
  }

  private void createDatabase() {
    var system = endpoint.withDatabase("system");
    var source = StatementPool.driver(system, DriverOptions.of(Duration.seconds(10)));
    var exists = "SELECT count() FROM databases WHERE name = '" + endpoint.database() + "'";
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(exists)) {
      // Asked first: the user may not be allowed to make databases.
      if (result.next() && result.getInt(1) == 0) {
        statement.execute("CREATE DATABASE IF NOT EXISTS " + endpoint.database());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database %s cannot be made.".formatted(endpoint), e);
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
