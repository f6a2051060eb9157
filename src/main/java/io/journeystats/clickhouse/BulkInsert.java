package io.journeystats.clickhouse;

import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/**
 * A bulk insert in ClickHouse's Native format: a block of columns, which saves the server the
 * parsing of rows. The rows are durable when the insert returns.
 *
 * @param clickHouse the target store
 * @param table the target table
 */
public record BulkInsert(ClickHouse clickHouse, String table) {
  /**
   * Inserts of fewer rows are asynchronous: a ClickHouse server combines them with those of other
   * services, so that not every insert creates a part. The embedded engine has no such queue; see
   * {@link GroupCommit}.
   */
  static final int ASYNC_BELOW_ROWS = 2_000;

  /**
   * Inserts rows.
   *
   * @param columns the columns to write
   * @param rows the rows from which the columns take their values
   * @throws StoreUnavailableException if the insert failed; rows may have been stored
   */
  public <T> void insert(List<Column<T>> columns, Collection<T> rows) {
    InsertSettings settings =
        new InsertSettings()
            .logComment("insert." + table)
            // Late events may span any number of months.
            .serverSetting("max_partitions_per_insert_block", "0")
            .serverSetting("async_insert", rows.size() < ASYNC_BELOW_ROWS ? "1" : "0")
            .serverSetting("wait_for_async_insert", "1");
    clickHouse.withClient(client ->
        client
            .insert(
                table,
                columns.stream().map(Column::name).toList(),
                output -> write(columns, rows, output),
                ClickHouseFormat.Native,
                settings)
            .get()
            .getWrittenRows());
  }

  private static <T> void write(List<Column<T>> columns, Collection<T> rows, OutputStream target)
      throws IOException {
    try (NativeOutput output = new NativeOutput(target)) {
      output.writeVariable(columns.size());
      output.writeVariable(rows.size());
      for (Column<T> column : columns) {
        column.write(rows, output);
      }
    }
  }
}
