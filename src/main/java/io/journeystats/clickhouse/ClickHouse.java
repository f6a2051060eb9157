package io.journeystats.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.jdbc.DataSourceImpl;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dropwizard.lifecycle.Managed;
import io.dropwizard.util.Duration;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.BackslashEscaping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;

/**
 * The open connections to ClickHouse, embedded or not: a pool with jOOQ on it for statements, and
 * the driver's own client for bulk insertions.
 *
 * <p>Whatever goes wrong there and is not our own bug comes out as {@link
 * StoreUnavailableException}.
 */
public final class ClickHouse implements Managed, AutoCloseable {
  /**
   * Together with the pool's own wait this keeps a dead database from holding anybody for two
   * seconds.
   */
  private static final int CONNECT_MILLIS = 1_000;

  private static final int VALIDATION_MILLIS = 700;
  private static final int POOL_WAIT_MILLIS = 1_200;

  private final Optional<EmbeddedClickHouse> engine;
  private final ClickHouseEndpoint endpoint;
  private final HikariDataSource pool;
  private final Client client;
  private final DSLContext dsl;

  private ClickHouse(
      Optional<EmbeddedClickHouse> engine,
      ClickHouseEndpoint endpoint,
      int connections,
      Duration queryTimeout) {
    this.engine = engine;
    this.endpoint = endpoint;
    createDatabase();
    this.pool = pool(connections, queryTimeout);
    this.client = client(connections, queryTimeout);
    this.dsl = DSL.using(jooq());
  }

  /**
   * Starts the engine if the configuration says so, makes the database if it is missing, and opens
   * the pool.
   */
  public static ClickHouse open(ClickHouseConfiguration configuration) {
    return switch (configuration.mode()) {
      case SERVER -> open(configuration, Optional.empty(), configuration.server().endpoint());
      case EMBEDDED -> {
        var engine = EmbeddedClickHouse.start(configuration.embedded());
        yield open(configuration, Optional.of(engine), engine.endpoint());
      }
    };
  }

  /** Opens connections to a ClickHouse that runs already. */
  public static ClickHouse open(ClickHouseEndpoint endpoint) {
    return open(ClickHouseConfiguration.defaults(), Optional.empty(), endpoint);
  }

  private static ClickHouse open(
      ClickHouseConfiguration configuration,
      Optional<EmbeddedClickHouse> engine,
      ClickHouseEndpoint endpoint) {
    try {
      return new ClickHouse(
          engine, endpoint, configuration.connections(), configuration.queryTimeout());
    } catch (RuntimeException e) {
      engine.ifPresent(EmbeddedClickHouse::close);
      throw StoreFailure.translate(e);
    }
  }

  /** Where the connections lead. */
  public ClickHouseEndpoint endpoint() {
    return endpoint;
  }

  /** The engine, if it is the service's own. */
  public Optional<EmbeddedClickHouse> engine() {
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
    return DSL.using(LogComment.set(dsl.configuration(), logComment));
  }

  /** The pool, for plain JDBC. */
  public DataSource dataSource() {
    return pool;
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
    pool.close();
    client.close();
    engine.ifPresent(EmbeddedClickHouse::close);
  }

  private void createDatabase() {
    var system = endpoint.withDatabase("system");
    var source = driver(system, properties(Duration.seconds(10)));
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

  private HikariDataSource pool(int connections, Duration queryTimeout) {
    var config = new HikariConfig();
    config.setPoolName("clickhouse");
    config.setDataSource(driver(endpoint, properties(queryTimeout)));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(Math.min(2, connections));
    config.setConnectionTimeout(POOL_WAIT_MILLIS);
    config.setValidationTimeout(VALIDATION_MILLIS);
    // The driver's own isValid() waits as long as for any statement.
    config.setConnectionTestQuery("SELECT 1");
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private DefaultConfiguration jooq() {
    var configuration = new DefaultConfiguration();
    configuration.set(SQLDialect.CLICKHOUSE);
    configuration.set(new DataSourceConnectionProvider(pool));
    configuration.set(
        new Settings()
            .withExecuteLogging(false)
            // A backslash escapes in ClickHouse's literals, which jOOQ does not know by itself.
            .withBackslashEscaping(BackslashEscaping.ON));
    configuration.set(new LogComment(), new FailureTranslation());
    return configuration;
  }

  private static DataSource driver(ClickHouseEndpoint endpoint, Properties properties) {
    properties.setProperty("user", endpoint.user());
    properties.setProperty("password", endpoint.password());
    properties.setProperty("compress", Boolean.toString(!endpoint.isLocal()));
    return new DataSourceImpl(
        "jdbc:clickhouse:%s/%s".formatted(endpoint.url(), endpoint.database()), properties);
  }

  private static Properties properties(Duration queryTimeout) {
    var properties = new Properties();
    options(queryTimeout).forEach(properties::setProperty);
    return properties;
  }

  private Client client(int connections, Duration queryTimeout) {
    return new Client.Builder()
        .addEndpoint(endpoint.url().toString())
        .setUsername(endpoint.user())
        .setPassword(endpoint.password())
        .setDefaultDatabase(endpoint.database())
        .setMaxConnections(connections)
        .setConnectionRequestTimeout(POOL_WAIT_MILLIS, ChronoUnit.MILLIS)
        .compressServerResponse(!endpoint.isLocal())
        .compressClientRequest(!endpoint.isLocal())
        .setOptions(options(queryTimeout))
        .build();
  }

  /** What the pool and the client have in common. */
  private static Map<String, String> options(Duration queryTimeout) {
    return Map.of(
        ClientConfigProperties.CONNECTION_TIMEOUT.getKey(),
        Integer.toString(CONNECT_MILLIS),
        // ClickHouse itself ends a statement first; this is for a server that went silent.
        ClientConfigProperties.SOCKET_OPERATION_TIMEOUT.getKey(),
        Long.toString(queryTimeout.toMilliseconds() + 5_000),
        ClientConfigProperties.serverSetting("max_execution_time"),
        Long.toString(queryTimeout.toSeconds()),
        // Many goals with many filters make long statements.
        ClientConfigProperties.serverSetting("max_query_size"),
        "16777216",
        // The engine's compiled max() takes times before 1970 for the latest; nothing rests on a
        // compiler.
        ClientConfigProperties.serverSetting("compile_aggregate_expressions"),
        "0",
        ClientConfigProperties.serverSetting("compile_expressions"),
        "0",
        ClientConfigProperties.serverSetting("cancel_http_readonly_queries_on_client_close"),
        "1",
        ClientConfigProperties.CLIENT_NAME.getKey(),
        "journey-stats");
  }
}
