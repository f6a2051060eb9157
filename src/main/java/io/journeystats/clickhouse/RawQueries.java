package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.inline;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;

/**
 * Queries whose rows ClickHouse itself formats as CSV, with connections and limits of their own.
 *
 * <p>A failure in the middle of a result may look like its end, since ClickHouse has already sent
 * the status 200. So every result ends with a random sentinel, and a result without it is
 * incomplete, with any version of ClickHouse and any proxy.
 */
public final class RawQueries {
  private final Client client;
  private final DSLContext dialect;

  RawQueries(Client client, DSLContext dialect) {
    this.client = client;
    this.dialect = dialect;
  }

  /**
   * Starts a query.
   *
   * @param query the query
   * @param logComment the name, which ClickHouse logs as {@code log_comment}
   * @return the result, which must be closed
   */
  public RawResult open(ResultQuery<?> query, String logComment) {
    return open(
        query,
        logComment,
        settings ->
            settings
                .serverSetting("format_custom_escaping_rule", "CSV")
                .serverSetting("format_custom_field_delimiter", ",")
                .serverSetting("format_custom_row_after_delimiter", "\r\n")
                .serverSetting("format_csv_null_representation", ""));
  }

  /**
   * Starts a query of one column whose values are complete lines.
   *
   * @param query the query
   * @param logComment the name, which ClickHouse logs as {@code log_comment}
   * @return the result, which must be closed
   */
  public RawResult openLines(ResultQuery<?> query, String logComment) {
    return open(
        query,
        logComment,
        settings ->
            settings
                .serverSetting("format_custom_escaping_rule", "Raw")
                .serverSetting("format_custom_row_after_delimiter", "\n"));
  }

  private RawResult open(
      ResultQuery<?> query, String logComment, UnaryOperator<QuerySettings> format) {
    String sentinel = UUID.randomUUID().toString();
    String sql = dialect.renderInlined(query);
    FutureTask<QueryResponse> running =
        new FutureTask<>(
            () -> client.query(sql, format.apply(settings(sentinel, logComment))).get());
    Thread.ofVirtual().name(logComment).start(running);
    return new RawResult(running, sentinel, () -> kill(sentinel));
  }

  /** ClickHouse notices a closed connection late, or never as long as it finds no rows to send. */
  private void kill(String queryId) {
    Thread.ofVirtual()
        .name("kill " + queryId)
        .start(() -> {
          try {
            dialect.query("KILL QUERY WHERE query_id = {0} ASYNC", inline(queryId)).execute();
          } catch (DataAccessException | StoreUnavailableException _) {
            // It ends at its timeout.
          }
        });
  }

  private static QuerySettings settings(String sentinel, String logComment) {
    return new QuerySettings()
        .setQueryId(sentinel)
        .setFormat(ClickHouseFormat.CustomSeparated)
        .logComment(logComment)
        .serverSetting("format_custom_result_after_delimiter", sentinel)
        .serverSetting("date_time_output_format", "iso");
  }
}
