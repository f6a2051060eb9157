package io.journeystats.clickhouse;

import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.client.api.ClientFaultCause;
import io.dropwizard.util.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What the driver is told, about the connection and for every statement on it.
 *
 * @param values by the driver's own names
 */
record DriverOptions(Map<String, String> values) {
  /**
   * How long the driver tries to connect, once: twice that, for a connection of the pool that is
   * found to be dead and for the next one, is less than two seconds, after which callers are
   * refused also where a host drops packets instead of refusing them.
   */
  private static final int CONNECT_MILLIS = 700;

  /**
   * What the driver tries again by itself, three times: only what shows at once, such as a
   * connection that the server has closed meanwhile.
   */
  private static final String TRIED_AGAIN =
      ClientFaultCause.NoHttpResponse + "," + ClientFaultCause.ServerRetryable;

  private static final String PRIORITY = "priority";
  private static final String LONGEST_WAIT = "low_priority_query_wait_time_ms";

  DriverOptions {
    values = Map.copyOf(values);
  }

  /** What holds for every statement. */
  static DriverOptions of(Duration timeout) {
    return new DriverOptions(
            Map.of(
                ClientConfigProperties.CONNECTION_TIMEOUT.getKey(),
                Integer.toString(CONNECT_MILLIS),
                // ClickHouse itself ends a statement first; this is for a server that went silent.
                ClientConfigProperties.SOCKET_OPERATION_TIMEOUT.getKey(),
                Long.toString(timeout.toMilliseconds() + 5_000),
                ClientConfigProperties.CLIENT_RETRY_ON_FAILURE.getKey(),
                TRIED_AGAIN,
                ClientConfigProperties.CLIENT_NAME.getKey(),
                "journey-stats"))
        .with("max_execution_time", Long.toString(timeout.toSeconds()))
        // Many goals with many filters make long statements.
        .with("max_query_size", "16777216")
        .with("max_ast_elements", "1000000")
        .with("max_expanded_ast_elements", "2000000")
        // The engine's compiled max() takes times before 1970 for the latest; nothing rests on a
        // compiler.
        .with("compile_aggregate_expressions", "0")
        .with("compile_expressions", "0")
        .with("cancel_http_readonly_queries_on_client_close", "1");
  }

  /**
   * What holds for statements that read statistics: bounds that no question of any tenant exceeds
   * unless it would harm the others.
   *
   * @param memory what ClickHouse has
   */
  static DriverOptions of(ClickHouseConfiguration.Statistics bounds, long memory) {
    DriverOptions bounded =
        of(bounds.timeout())
            // Settings may be changed, data may not. Also, ClickHouse ends only statements like
            // these when their connection closes.
            .with("readonly", "2")
            .with("max_memory_usage", Long.toString(bounds.maxMemory(memory).toBytes()))
            // When all together have too much, ClickHouse ends the largest.
            .with(
                "max_memory_usage_for_user", Long.toString(bounds.maxMemoryOfAll(memory).toBytes()))
            .with("max_result_rows", Long.toString(bounds.maxRows()))
            .with(PRIORITY, priority(0));
    return bounds.threads() == 0
        ? bounded
        : bounded.with("max_threads", Integer.toString(bounds.threads()));
  }

  /**
   * What holds for statements that are answered with rows without number: the bounds of statistics
   * but for time and rows, as who takes them may take a while. They give way to statistics, which
   * somebody waits for.
   *
   * @param memory what ClickHouse has
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
        // So long at most before each block, lest they never end.
        .with(LONGEST_WAIT, "50");
  }

  /**
   * What holds for a statement of statistics that gives way to those of lower levels: before each
   * block it waits while one of them runs, but not for long. So beside them it has about a tenth of
   * the processors, and all of them where it is alone.
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
