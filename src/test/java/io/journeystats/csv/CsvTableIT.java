package io.journeystats.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.testing.TestClickHouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows in memory and rows that ClickHouse writes are the same bytes. */
@ExtendWith(TestClickHouse.class)
class CsvTableIT {
  private static final List<String> COLUMNS = List.of("text", "=optional", "number", "moment");

  private static final List<String> TEXTS =
      List.of(
          "plain",
          "",
          "=1+1",
          "+1",
          "-1",
          "@SUM(A1)",
          "\tx",
          "\rx",
          "'quoted'",
          "\"=1\"",
          "a,b",
          "a\"b\"\"",
          "two\r\nlines\n",
          " = ",
          "\\N",
          "\\",
          "ü😀\u2028",
          "\u0000",
          "=",
          "1".repeat(100_000));

  private final ClickHouse clickHouse;

  CsvTableIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Test
  void bothWaysGiveTheSameBytes() throws IOException {
    List<List<Cell>> cells = new ArrayList<>();
    List<Select<Record>> all = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS.get(i);
      Instant instant = Instant.ofEpochMilli(i * 86_399_999_123L - 2_000_000_000_000L);
      cells.add(
          List.of(
              new Cell.Text(text),
              Cell.text(Optional.of(text).filter(some -> !some.isEmpty())),
              new Cell.Count(-i),
              new Cell.Moment(instant)));
      Select<Record> row =
          select(
              List.of(
                  CsvFields.text(inline(text)),
                  CsvFields.optionalText(inline(text)),
                  field("toInt64({0})", Long.class, inline(-i)).as("position"),
                  CsvFields.moment(inline(instant.toEpochMilli()))));
      all.add(row);
    }
    List<SelectFieldOrAsterisk> everything = List.of(DSL.asterisk());
    Select<Record> rows =
        select(everything)
            .from(all.stream().reduce(Select::unionAll).orElseThrow().asTable("listed"))
            .orderBy(field("position").desc());
    CsvTable stored =
        new StoredRows(
            clickHouse.byteQueries(),
            "test",
            COLUMNS,
            () -> rows,
            clickHouse.dsl(),
            () -> select(count()).from(rows.asTable("rows")));
    CsvTable inMemory = new RowsInMemory(COLUMNS, cells);
    assertThat(written(stored)).isEqualTo(written(inMemory));
    assertThat(stored.countRows()).isEqualTo(inMemory.countRows()).isEqualTo(TEXTS.size());
    assertThat(written(inMemory)).startsWith("\"text\",\"'=optional\",\"number\",\"moment\"\r\n");
  }

  private static String written(CsvTable table) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    List<Long> progress = new ArrayList<>();
    try (CsvReading reading = table.open()) {
      assertThat(reading.writeTo(target, progress::add)).isEqualTo(TEXTS.size());
    }
    assertThat(progress).isSorted().last().isEqualTo((long) TEXTS.size());
    return target.toString(StandardCharsets.UTF_8);
  }
}
