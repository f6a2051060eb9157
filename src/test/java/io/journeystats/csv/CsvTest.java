package io.journeystats.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells, and the names of files. */
class CsvTest {
  @Test
  void writesEveryKindOfCell() throws IOException {
    InMemoryTable table =
        new InMemoryTable(
            List.of("a", "@b"),
            List.of(
                List.of(new Cell.Text("=1\"2"), new Cell.Count(-5)),
                List.of(new Cell.Rate(0.12345), new Cell.Rate(1)),
                List.of(new Cell.Nothing(), Cell.number(null)),
                List.of(
                    new Cell.Moment(Instant.parse("2026-05-12T09:00:00Z")),
                    new Cell.Day(LocalDate.of(2026, 5, 12)))));
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (CsvReading reading = table.open(CsvStyle.USUAL)) {
      reading.writeTo(target, rows -> assertThat(rows).isEqualTo(4));
    }
    assertThat(target.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            "a","'@b"\r
            "'=1""2",-5\r
            12.35,100.00\r
            ,\r
            "2026-05-12T09:00:00.000Z","2026-05-12"\r
            """);
  }

  @Test
  void everyRowHasEveryColumn() {
    assertThatThrownBy(() -> new InMemoryTable(List.of("a", "b"), List.of(List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordsAreCountedByTheirEndsOutsideOfQuotes() {
    RecordCount count = new RecordCount();
    byte[] bytes = "\"a\n\"\"b\",1\r\n\"\",\"\n\"\r\n".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      count.add(bytes, i, 1);
    }
    assertThat(count.records()).isEqualTo(2);
  }

  @Test
  void aNameIsItsPartsInAnyLanguage() {
    FileName name = FileName.of("Café „Zur Post“", "", "users");
    assertThat(name.text()).isEqualTo("Café „Zur Post“ - users.csv");
    assertThat(name.contentDisposition())
        .isEqualTo(
            "attachment; filename=\"Cafe _Zur Post_ - users.csv\"; filename*=UTF-8''"
                + "Caf%C3%A9%20%E2%80%9EZur%20Post%E2%80%9C%20-%20users.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a\"b; filename=\"evil.exe",
        "a\r\nSet-Cookie: b=c",
        "../../etc/passwd",
        "..\\..\\x",
        "\u0000",
        "\u202Egpj.exe",
        "CON:",
        "%0d%0a",
        "😀😀",
        "نص عربي"
      })
  void noTitleHarmsAnybody(String title) {
    for (String text : List.of(title, title.repeat(300))) {
      FileName name = FileName.of(text, "users");
      assertThat(name.contentDisposition())
          .matches(
              "attachment; filename=\"[A-Za-z0-9 !#$&'()+,.=@\\[\\]^_`{}~-]*\\.csv\";"
                  + " filename\\*=UTF-8''[A-Za-z0-9._~%-]*\\.csv");
      assertThat(name.text()).doesNotContain("/", "\\", "\r", "\n", "\"").doesNotStartWith(".");
      assertThat(name.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256);
    }
  }
}
