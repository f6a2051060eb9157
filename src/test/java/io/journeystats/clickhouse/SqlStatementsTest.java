package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SqlStatementsTest {
  @Test
  void splitsAtSemicolons() {
    assertThat(SqlStatements.split("SELECT 1;\nSELECT 2 ; ;\n\nSELECT 3"))
        .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
  }

  @Test
  void keepsSemicolonsInTexts() {
    var sql = "SELECT 'a;b''c\\';d', \"e;\", `f;\\`g`, '--;', '/*;*/'; SELECT ';'";
    assertThat(SqlStatements.split(sql))
        .containsExactly("SELECT 'a;b''c\\';d', \"e;\", `f;\\`g`, '--;', '/*;*/'", "SELECT ';'");
  }

  @Test
  void dropsComments() {
    var sql = "-- first; isn't it\nSELECT/* a ; ' b\n*/1 - 2 / 3; -- last;\n/* end ; */";
    assertThat(SqlStatements.split(sql)).containsExactly("SELECT 1 - 2 / 3");
  }

  @Test
  void findsNoStatementsInEmptyText() {
    assertThat(SqlStatements.split(" \n;;-- x")).isEmpty();
  }

  @Test
  void refusesAnUnterminatedQuoteOrComment() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SqlStatements.split("SELECT 'a; SELECT 2"));
    assertThatIllegalArgumentException().isThrownBy(() -> SqlStatements.split("SELECT 1 /* x; y"));
  }

  @Test
  void readsLongTextsWithoutRecursion() {
    var text = "'" + "x;\\'".repeat(200_000) + "'";
    assertThat(SqlStatements.split("SELECT " + text + ";")).containsExactly("SELECT " + text);
  }
}
