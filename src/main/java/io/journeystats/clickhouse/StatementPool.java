package io.journeystats.clickhouse;

import com.clickhouse.jdbc.DataSourceImpl;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.BackslashEscaping;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * A connection pool for one kind of statement, with jOOQ.
 *
 * @param source the connections
 * @param circuitBreaker refuses statements during an outage; empty if another component does
 */
record StatementPool(HikariDataSource source, Optional<StoreCircuitBreaker> circuitBreaker)
    implements ConnectionProvider, AutoCloseable {
  /** The maximum time to check whether a connection is alive. */
  private static final int VALIDATION_MILLIS = 700;

  /** The maximum time that a statement waits for a connection. */
  static final int WAIT_MILLIS = 1_200;

  /** Opens a pool. */
  static StatementPool open(
      String name,
      ClickHouseEndpoint endpoint,
      int connections,
      DriverOptions options,
      Optional<StoreCircuitBreaker> circuitBreaker) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(driver(endpoint, options));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(Math.min(2, connections));
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(VALIDATION_MILLIS);
    // The driver's own isValid() uses the timeout of statements.
    config.setConnectionTestQuery("SELECT 1");
    config.setInitializationFailTimeout(-1);
    return new StatementPool(new HikariDataSource(config), circuitBreaker);
  }

  /** Returns the driver without a pool. */
  static DataSource driver(ClickHouseEndpoint endpoint, DriverOptions options) {
    var properties = options.properties();
    properties.setProperty("user", endpoint.user());
    properties.setProperty("password", endpoint.password());
    properties.setProperty("compress", Boolean.toString(!endpoint.isLocal()));
    return new DataSourceImpl(
        "jdbc:clickhouse:%s/%s".formatted(endpoint.url(), endpoint.database()), properties);
  }

  /** Returns a context for statements on these connections. */
  DSLContext dsl() {
    var configuration = new DefaultConfiguration();
    configuration.set(SQLDialect.CLICKHOUSE);
    configuration.set(this);
    configuration.set(
        new Settings()
            .withExecuteLogging(false)
            // The driver would also inline values into the statement, after parsing it.
            .withStatementType(StatementType.STATIC_STATEMENT)
            // A backslash is an escape character in ClickHouse's literals, which jOOQ does not
            // know.
            .withBackslashEscaping(BackslashEscaping.ON));
    configuration.set(new StatementSettings(), new FailureTranslation(circuitBreaker));
    return DSL.using(configuration);
  }

  @Override
  public Connection acquire() {
    circuitBreaker.ifPresent(StoreCircuitBreaker::check);
    try {
      return new DirectConnection(source.getConnection());
    } catch (SQLTransientConnectionException e) {
      if (isExhausted()) {
        throw new StoreUnavailableException(StoreFailure.OVERLOADED, e);
      }
      throw new DataAccessException("no connection", e);
    } catch (SQLException e) {
      throw new DataAccessException("no connection", e);
    }
  }

  /** Returns whether all connections are in use; the pool's exception does not say. */
  private boolean isExhausted() {
    return source.getHikariPoolMXBean().getActiveConnections() >= source.getMaximumPoolSize();
  }

  @Override
  public void release(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DataAccessException("cannot release a connection", e);
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
