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
          "'=1",
          "＝1",
          "\u200B-1",
          " \u00A0@a",
          "\n",
          "\uDB40\uDD00=1",
          "\u0000=1",
          "é=1",
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

  private static final List<CsvStyle> STYLES =
      List.of(CsvStyle.USUAL, new CsvStyle(true, false), new CsvStyle(true, true));

  private final ClickHouse clickHouse;

  CsvTableIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Test
  void bothWaysGiveTheSameBytes() throws IOException {
    CsvTable inMemory = inMemory(TEXTS);
    CsvTable stored = stored(TEXTS);
    for (CsvStyle style : STYLES) {
      assertThat(written(stored, TEXTS.size(), style))
          .as("%s", style)
          .isEqualTo(written(inMemory, TEXTS.size(), style));
    }
    assertThat(stored.countRows()).isEqualTo(inMemory.countRows()).isEqualTo(TEXTS.size());
  }

  /** Literally, as both ways know from one place what a formula begins with. */
  @Test
  void whatBeginsAsAFormulaGetsAnApostropheBothWays() throws IOException {
    List<String> texts =
        List.of("=1", "+1", "-1", "@A1", "\t=1", "\r=1", "'=1", " =1", "\n=1", "1-", "＝1", "'tis");
    String expected =
        """
        "text","'=optional","number","moment"\r
        "'=1","'=1",0,"1906-08-16T20:26:40.000Z"\r
        "'+1","'+1",-1,"1909-05-12T20:26:39.123Z"\r
        "'-1","'-1",-2,"1912-02-06T20:26:38.246Z"\r
        "'@A1","'@A1",-3,"1914-11-02T20:26:37.369Z"\r
        "'\t=1","'\t=1",-4,"1917-07-29T20:26:36.492Z"\r
        "'\r=1","'\r=1",-5,"1920-04-24T20:26:35.615Z"\r
        "''=1","''=1",-6,"1923-01-19T20:26:34.738Z"\r
        "' =1","' =1",-7,"1925-10-15T20:26:33.861Z"\r
        "'\n=1","'\n=1",-8,"1928-07-11T20:26:32.984Z"\r
        "1-","1-",-9,"1931-04-07T20:26:32.107Z"\r
        "'＝1","'＝1",-10,"1934-01-01T20:26:31.230Z"\r
        "'tis","'tis",-11,"1936-09-27T20:26:30.353Z"\r
        """;
    assertThat(written(inMemory(texts), texts.size(), CsvStyle.USUAL)).isEqualTo(expected);
    assertThat(written(stored(texts), texts.size(), CsvStyle.USUAL)).isEqualTo(expected);
  }

  @Test
  void aMarkComesFirstAndRawTextsAreAsTheyAre() throws IOException {
    List<String> texts = List.of("=1");
    String expected =
        """
        \uFEFF"text","=optional","number","moment"\r
        "=1","=1",0,"1906-08-16T20:26:40.000Z"\r
        """;
    CsvStyle style = new CsvStyle(true, true);
    assertThat(written(inMemory(texts), 1, style)).isEqualTo(expected);
    assertThat(written(stored(texts), 1, style)).isEqualTo(expected);
  }

  private static CsvTable inMemory(List<String> texts) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(
          List.of(
              new Cell.Text(texts.get(i)),
              Cell.text(Optional.of(texts.get(i)).filter(some -> !some.isEmpty())),
              new Cell.Count(-i),
              new Cell.Moment(moment(i))));
    }
    return new InMemoryTable(COLUMNS, rows);
  }

  private CsvTable stored(List<String> texts) {
    return new StreamedTable(
        clickHouse.byteQueries(),
        "test",
        COLUMNS,
        cells -> rows(texts, cells),
        clickHouse.dsl(),
        () -> select(count()).from(rows(texts, new CsvFields(CsvStyle.USUAL)).asTable("rows")));
  }

  private static Select<Record> rows(List<String> texts, CsvFields cells) {
    List<Select<Record>> all = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      all.add(
          select(
              List.of(
                  cells.text(inline(texts.get(i))),
                  cells.optionalText(inline(texts.get(i))),
                  field("toInt64({0})", Long.class, inline(-i)).as("position"),
                  CsvFields.moment(inline(moment(i).toEpochMilli())))));
    }
    List<SelectFieldOrAsterisk> everything = List.of(DSL.asterisk());
    return select(everything)
        .from(all.stream().reduce(Select::unionAll).orElseThrow().asTable("listed"))
        .orderBy(field("position").desc());
  }

  /** Days apart, and before and after 1970. */
  private static Instant moment(int row) {
    return Instant.ofEpochMilli(row * 86_399_999_123L - 2_000_000_000_000L);
  }

  private static String written(CsvTable table, int rows, CsvStyle style) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    List<Long> progress = new ArrayList<>();
    try (CsvReading reading = table.open(style)) {
      assertThat(reading.writeTo(target, progress::add)).isEqualTo(rows);
    }
    assertThat(progress).isSorted().last().isEqualTo((long) rows);
    return target.toString(StandardCharsets.UTF_8);
  }
}
