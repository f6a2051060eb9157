package io.journeystats.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark detects wrong results of the statements that it compares. */
final class StatementTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final JsonNode ANSWER =
      json(
          """
          {"entrances": 7, "series": [
            {"time": "2026-01-01T00:00:00+01:00", "sent": 3, "by": {"push": 2}},
            {"time": "2026-01-02T00:00:00+01:00", "sent": 0, "by": {"push": 0}}]}
          """);

  @Test
  void readsTheStatementsOfAFile() {
    List<Statement> statements =
        Statement.parse(
            new Template(
                """
                -- Some words before.
                -- at /
                SELECT 1;

                -- at /series by time as bucket
                -- What it is about.
                SELECT 2;
                """));
    assertThat(statements).extracting(Statement::place).containsExactly("/", "/series");
    assertThat(statements.getFirst().sql()).isEqualTo("SELECT 1");
    assertThat(statements.getLast().column()).isEqualTo("bucket");
    assertThat(statements.getLast().sql()).endsWith("SELECT 2");
  }

  @Test
  void comparesOneRowWithTheWholeAnswer() {
    Statement statement = statement("-- at /");
    assertThat(statement.differences(rows("{\"entrances\": 7, \"unlisted_base\": 5}"), ANSWER))
        .isEmpty();
    assertThat(statement.differences(rows("{\"entrances\": 8}"), ANSWER)).hasSize(1);
    assertThat(statement.differences(rows("{\"exits\": 7}"), ANSWER)).hasSize(1);
  }

  @Test
  void comparesRowsWithTheElementsOfAList() {
    Statement statement = statement("-- at /series by time as bucket");
    String first = "{\"bucket\": 1767222000000, \"sent\": 3, \"by.push\": %d}";
    assertThat(statement.differences(rows(first.formatted(2)), ANSWER)).isEmpty();
    assertThat(statement.differences(rows(first.formatted(1)), ANSWER)).hasSize(1);
  }

  @Test
  void missesNoElementOnEitherSide() {
    Statement statement = statement("-- at /series by time as bucket");
    assertThat(statement.differences(rows("{\"bucket\": 1, \"sent\": 3}"), ANSWER)).hasSize(2);
    assertThat(statement.differences(rows("{\"bucket\": 1767308400000, \"sent\": 0}"), ANSWER))
        .hasSize(1);
    assertThat(statement.differences(new Rows(List.of("bucket", "sent"), List.of()), ANSWER))
        .hasSize(1);
  }

  private static Statement statement(String head) {
    return Statement.parse(new Template(head + "\nSELECT 1;\n")).getFirst();
  }

  private static Rows rows(String row) {
    List<String> columns = new ArrayList<>();
    json(row).fieldNames().forEachRemaining(columns::add);
    return new Rows(columns, List.of(json(row)));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(failure);
    }
  }
}
