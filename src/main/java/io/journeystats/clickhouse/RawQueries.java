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
 * Statements whose rows ClickHouse itself writes as CSV, on connections of their own: within the
 * bounds of exports, and without taking a connection from anybody else.
 *
 * <p>A failure in the middle of an answer may look like its end, as ClickHouse has told by then
 * that all is well. So every answer ends with a mark that nobody else knows, and one without it is
 * not complete, whatever version of ClickHouse or proxy it came through.
 */
public final class RawQueries {
  private final Client client;
  private final DSLContext dialect;

  RawQueries(Client client, DSLContext dialect) {
    this.client = client;
    this.dialect = dialect;
  }

  /**
   * Begins a statement.
   *
   * @param query what to ask
   * @param logComment what ClickHouse notes beside it
   * @return the answer on its way, to be closed
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
   * Begins a statement of one column, whose values are lines as they are.
   *
   * @param query what to ask
   * @param logComment what ClickHouse notes beside it
   * @return the answer on its way, to be closed
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
    String mark = UUID.randomUUID().toString();
    String sql = dialect.renderInlined(query);
    FutureTask<QueryResponse> running =
        new FutureTask<>(() -> client.query(sql, format.apply(settings(mark, logComment))).get());
    Thread.ofVirtual().name(logComment).start(running);
    return new RawResult(running, mark, () -> end(mark));
  }

  /** ClickHouse notices a closed connection late, or never while it finds no row to send. */
  private void end(String queryId) {
    Thread.ofVirtual()
        .name("kill " + queryId)
        .start(() -> {
          try {
            dialect.query("KILL QUERY WHERE query_id = {0} ASYNC", inline(queryId)).execute();
          } catch (DataAccessException | StoreUnavailableException _) {
            // It ends within the bounds of its time.
          }
        });
  }

  private static QuerySettings settings(String mark, String logComment) {
    return new QuerySettings()
        .setQueryId(mark)
        .setFormat(ClickHouseFormat.CustomSeparated)
        .logComment(logComment)
        .serverSetting("format_custom_result_after_delimiter", mark)
        .serverSetting("date_time_output_format", "iso");
  }
}
