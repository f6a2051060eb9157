package io.journeystats.clickhouse;

import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/**
 * Insertion of many rows at once, as a block of columns: ClickHouse's own format, which spares it
 * the work of taking rows apart. When it returns, the rows are durable.
 *
 * @param clickHouse where to
 * @param table into which table
 */
public record BulkInsert(ClickHouse clickHouse, String table) {
  /**
   * Fewer rows than this are gathered by a ClickHouse server with those of other services, lest
   * every insertion be a part. The embedded engine has no such queue; see {@link GroupCommit}.
   */
  static final int SMALL = 2_000;

  /**
   * Inserts rows.
   *
   * @param columns what the rows bring
   * @param rows what the columns are written from
   * @throws StoreUnavailableException where it failed; whether rows are stored is not known then
   */
  public <T> void insert(List<Column<T>> columns, Collection<T> rows) {
    InsertSettings settings =
        new InsertSettings()
            .logComment("insert." + table)
            // Late events may span any number of months.
            .serverSetting("max_partitions_per_insert_block", "0")
            .serverSetting("async_insert", rows.size() < SMALL ? "1" : "0")
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
