package io.journeystats.clickhouse;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/**
 * Insertion of many rows at once, as ClickHouse's own binary rows. When it returns, the rows are
 * durable.
 *
 * @param clickHouse where to
 * @param table into which table
 * @param columns the columns that each row brings, in its order
 */
public record BulkInsert(ClickHouse clickHouse, String table, List<String> columns) {
  /**
   * Fewer rows than this are gathered by ClickHouse with those of other requests, lest every
   * request be a part.
   */
  private static final int SMALL = 2_000;

  private static final int BUFFER = 64 * 1024;

  /**
   * Inserts rows.
   *
   * @throws StoreUnavailableException where it failed; whether rows are stored is not known then
   */
  public <T> void insert(Collection<T> rows, RowWriter<T> writer) {
    InsertSettings settings =
        new InsertSettings()
            .logComment("insert." + table)
            // Late events may span any number of months.
            .serverSetting("max_partitions_per_insert_block", "0")
            .serverSetting("async_insert", rows.size() < SMALL ? "1" : "0")
            .serverSetting("wait_for_async_insert", "1")
            .serverSetting("parallel_view_processing", "1");
    clickHouse.withClient(client ->
        client
            .insert(
                table,
                columns,
                output -> write(rows, writer, output),
                ClickHouseFormat.RowBinary,
                settings)
            .get()
            .getWrittenRows());
  }

  private static <T> void write(Collection<T> rows, RowWriter<T> writer, OutputStream output)
      throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(output, BUFFER);
    RowBinaryFormatSerializer serializer = new RowBinaryFormatSerializer(buffered);
    for (T row : rows) {
      writer.write(row, serializer);
    }
    buffered.flush();
  }

  /**
   * Writes one row's columns.
   *
   * @param <T> what a row is made from
   */
  @FunctionalInterface
  public interface RowWriter<T> {
    /** Writes every column, in order. */
    void write(T row, RowBinaryFormatSerializer serializer) throws IOException;
  }
}
