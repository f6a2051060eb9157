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
 * Connections for statements of one kind, with jOOQ on them.
 *
 * @param source the connections
 * @param outage refuses statements while ClickHouse is known to be away; empty where others do
 */
record StatementPool(HikariDataSource source, Optional<StoreCircuitBreaker> outage)
    implements ConnectionProvider, AutoCloseable {
  /** How long the driver may take to find out whether a connection is alive. */
  private static final int VALIDATION_MILLIS = 700;

  /** How long a statement may wait for a connection. */
  static final int WAIT_MILLIS = 1_200;

  /** Opens a pool. */
  static StatementPool open(
      String name,
      ClickHouseEndpoint endpoint,
      int connections,
      DriverOptions options,
      Optional<StoreCircuitBreaker> outage) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(driver(endpoint, options));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(Math.min(2, connections));
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(VALIDATION_MILLIS);
    // The driver's own isValid() waits as long as for any statement.
    config.setConnectionTestQuery("SELECT 1");
    config.setInitializationFailTimeout(-1);
    return new StatementPool(new HikariDataSource(config), outage);
  }

  /** The driver itself, without a pool. */
  static DataSource driver(ClickHouseEndpoint endpoint, DriverOptions options) {
    var properties = options.properties();
    properties.setProperty("user", endpoint.user());
    properties.setProperty("password", endpoint.password());
    properties.setProperty("compress", Boolean.toString(!endpoint.isLocal()));
    return new DataSourceImpl(
        "jdbc:clickhouse:%s/%s".formatted(endpoint.url(), endpoint.database()), properties);
  }

  /** Statements on these connections. */
  DSLContext dsl() {
    var configuration = new DefaultConfiguration();
    configuration.set(SQLDialect.CLICKHOUSE);
    configuration.set(this);
    configuration.set(
        new Settings()
            .withExecuteLogging(false)
            // The driver writes values into a statement's text, too, after it has parsed it.
            .withStatementType(StatementType.STATIC_STATEMENT)
            // A backslash escapes in ClickHouse's literals, which jOOQ does not know by itself.
            .withBackslashEscaping(BackslashEscaping.ON));
    configuration.set(new StatementSettings(), new FailureTranslation(outage));
    return DSL.using(configuration);
  }

  @Override
  public Connection acquire() {
    outage.ifPresent(StoreCircuitBreaker::check);
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

  /** Whether others have them all; the pool itself says no more than that it waited in vain. */
  private boolean isExhausted() {
    return source.getHikariPoolMXBean().getActiveConnections() >= source.getMaximumPoolSize();
  }

  @Override
  public void release(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DataAccessException("a connection cannot be given back", e);
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
