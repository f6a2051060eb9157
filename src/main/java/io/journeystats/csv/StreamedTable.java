package io.journeystats.csv;

import io.journeystats.clickhouse.RawQueries;
import io.journeystats.clickhouse.RawResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;

/**
 * A table of any number of rows, which a single statement finds and ClickHouse itself writes: its
 * bytes are passed on as they come, which takes a fraction of the time that rows of objects would,
 * and no memory.
 *
 * @param store runs the statement
 * @param name what ClickHouse notes beside it
 * @param columns the names of the columns
 * @param rows the statement, whose columns are those, by how its texts are written; made when it is
 *     to run
 * @param counter runs the count
 * @param count how many rows it finds: a statement with one number, made when it is to run
 */
public record StreamedTable(
    RawQueries store,
    String name,
    List<String> columns,
    Function<CsvFields, ? extends ResultQuery<?>> rows,
    DSLContext counter,
    Supplier<? extends ResultQuery<?>> count)
    implements CsvTable {
  /** Copies the list. */
  public StreamedTable {
    columns = List.copyOf(columns);
  }

  @Override
  public long countRows() {
    return counter.fetchSingle(count.get()).get(0, Long.class);
  }

  @Override
  public CsvReading open(CsvStyle style) {
    return new Reading(columns, style, store.open(rows.apply(new CsvFields(style)), name));
  }

  private record Reading(List<String> columns, CsvStyle style, RawResult query)
      implements CsvReading {
    @Override
    public boolean await(Duration longest) {
      return query.await(longest);
    }

    @Override
    public long writeTo(OutputStream target, LongConsumer progress) throws IOException {
      StringBuilder header = new StringBuilder();
      CsvText.writeHeader(header, columns, style);
      target.write(header.toString().getBytes(StandardCharsets.UTF_8));
      target.flush();
      RecordCount counted = new RecordCount();
      query.passTo((bytes, offset, length) -> {
        target.write(bytes, offset, length);
        counted.add(bytes, offset, length);
        progress.accept(counted.records());
      });
      return counted.records();
    }

    @Override
    public void close() {
      query.close();
    }
  }
}
