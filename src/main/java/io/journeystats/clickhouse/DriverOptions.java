package io.journeystats.clickhouse;

import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.client.api.ClientFaultCause;
import io.dropwizard.util.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The driver's options of a connection and its statements.
 *
 * @param values the values by the driver's option names
 */
record DriverOptions(Map<String, String> values) {
  /**
   * The timeout of one connection attempt. Two attempts, for a dead connection of the pool and its
   * replacement, take less than two seconds even if a host drops packets; then callers are refused.
   */
  private static final int CONNECT_MILLIS = 700;

  /**
   * The failures after which the driver retries up to three times: only those that occur
   * immediately, such as a connection that the server has closed.
   */
  private static final String RETRIED_FAILURES =
      ClientFaultCause.NoHttpResponse + "," + ClientFaultCause.ServerRetryable;

  private static final String PRIORITY = "priority";
  private static final String LONGEST_WAIT = "low_priority_query_wait_time_ms";

  DriverOptions {
    values = Map.copyOf(values);
  }

  /** Returns the options of all statements. */
  static DriverOptions of(Duration timeout) {
    return new DriverOptions(
            Map.of(
                ClientConfigProperties.CONNECTION_TIMEOUT.getKey(),
                Integer.toString(CONNECT_MILLIS),
                // ClickHouse ends statements earlier; this is for an unresponsive server.
                ClientConfigProperties.SOCKET_OPERATION_TIMEOUT.getKey(),
                Long.toString(timeout.toMilliseconds() + 5_000),
                ClientConfigProperties.CLIENT_RETRY_ON_FAILURE.getKey(),
                RETRIED_FAILURES,
                ClientConfigProperties.CLIENT_NAME.getKey(),
                "journey-stats"))
        .with("max_execution_time", Long.toString(timeout.toSeconds()))
        // Many goals with many filters make long statements.
        .with("max_query_size", "16777216")
        .with("max_ast_elements", "1000000")
        .with("max_expanded_ast_elements", "2000000")
        // The engine's compiled max() mistakes times before 1970 for the latest ones; correctness
        // must not depend on the compiler.
        .with("compile_aggregate_expressions", "0")
        .with("compile_expressions", "0")
        .with("cancel_http_readonly_queries_on_client_close", "1");
  }

  /**
   * Returns the options of statistics statements, whose limits protect tenants from each other's
   * queries.
   *
   * @param memory ClickHouse's memory in bytes
   */
  static DriverOptions of(ClickHouseConfiguration.Statistics bounds, long memory) {
    DriverOptions bounded =
        of(bounds.timeout())
            // Settings may be changed, data may not. Also, ClickHouse ends only read-only
            // statements when their connection closes.
            .with("readonly", "2")
            .with("max_memory_usage", Long.toString(bounds.maxMemory(memory).toBytes()))
            // If all statements together exceed this, ClickHouse ends the largest.
            .with(
                "max_memory_usage_for_user", Long.toString(bounds.maxMemoryOfAll(memory).toBytes()))
            .with("max_result_rows", Long.toString(bounds.maxRows()))
            .with(PRIORITY, priority(0));
    return bounds.threads() == 0
        ? bounded
        : bounded.with("max_threads", Integer.toString(bounds.threads()));
  }

  /**
   * Returns the options of export statements, which have the limits of statistics except for time
   * and rows, since clients may read slowly. They have a lower priority than statistics, for which
   * users are waiting.
   *
   * @param memory ClickHouse's memory in bytes
   */
  static DriverOptions of(
      ClickHouseConfiguration.Exports exports,
      ClickHouseConfiguration.Statistics bounds,
      long memory) {
    return of(
            new ClickHouseConfiguration.Statistics(
                bounds.atOnce(),
                bounds.atOnceOfTenant(),
                bounds.queueOfTenant(),
                bounds.queueTimeout(),
                exports.timeout(),
                bounds.maxMemory(),
                bounds.maxMemoryOfAll(),
                bounds.threads(),
                0),
            memory)
        .with(PRIORITY, priority(ClickHouse.LAST_LEVEL + 1))
        // The maximum wait before each block, so that exports always finish.
        .with(LONGEST_WAIT, "50");
  }

  /**
   * Returns the settings of a statistics statement with a lower priority. It waits before each
   * block while one of a higher priority runs, but not for long: then it gets about a tenth of the
   * processors, and all of them when it runs alone.
   *
   * @return the settings by ClickHouse's names
   */
  static Map<String, String> yielding(int level) {
    return Map.of(PRIORITY, priority(level), LONGEST_WAIT, "10");
  }

  private static String priority(int level) {
    return Integer.toString(level + 1);
  }

  Properties properties() {
    Properties properties = new Properties();
    values.forEach(properties::setProperty);
    return properties;
  }

  private DriverOptions with(String serverSetting, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(ClientConfigProperties.serverSetting(serverSetting), value);
    return new DriverOptions(more);
  }
}
