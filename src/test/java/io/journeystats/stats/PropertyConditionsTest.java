package io.journeystats.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.journey.PropertyFilter;
import io.journeystats.journey.PropertyFilter.FilterValue;
import io.journeystats.journey.PropertyFilter.Operator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.BackslashEscaping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How filters are written as SQL. What they find, the comparison with the naive implementation
 * tells.
 */
class PropertyConditionsTest {
  private static final DSLContext CLICKHOUSE =
      DSL.using(SQLDialect.CLICKHOUSE, new Settings().withBackslashEscaping(BackslashEscaping.ON));

  private static String sql(Operator operator, String json) {
    try {
      FilterValue value = FilterValue.of(new ObjectMapper().readTree(json));
      return sql(new PropertyFilter("p", operator, Optional.of(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static String sql(PropertyFilter... filters) {
    return CLICKHOUSE.renderInlined(PropertyConditions.all(List.of(filters)));
  }

  @Test
  void noFilterHoldsAlways() {
    assertThat(sql()).isEqualTo("true");
  }

  @Test
  void everyFilterHasToHold() {
    PropertyFilter there = new PropertyFilter("a.b", Operator.EXISTS, Optional.empty());
    PropertyFilter other = new PropertyFilter("c", Operator.EXISTS, Optional.empty());
    assertThat(sql(there, other))
        .contains("JSONType(\"properties\", 'a.b') != 'Null'")
        .contains("JSONType(\"properties\", 'c') != 'Null'")
        .contains(" and ")
        .doesNotContain(" or ");
  }

  /** JSON's numbers are doubles; what cannot be written as one exactly is the nearest. */
  @ParameterizedTest
  @CsvSource({
    "50, 5E1",
    "50.0, 5E1",
    "0.1, 1E-1",
    "-1.50, -1.5E0",
    "0, 0E0",
    "1e300, 1E300",
    "5e-324, 4.9E-324",
    "9007199254740993, 9.007199254740992E15",
    "49.99999999999999999999, 5E1",
    "12345678901234567890123, 1.2345678901234568E22"
  })
  void aNumberIsWrittenAsADouble(String number, String literal) {
    String sql = sql(Operator.GTE, number);
    assertThat(sql).contains("JSONExtractFloat(\"properties\", 'p') >= " + literal);
    assertThat(sql).contains("in ('Int64', 'UInt64', 'Double')");
    assertThat(Double.parseDouble(literal)).isEqualTo(Double.parseDouble(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "SAVE 10 %"       | 'SAVE 10 %'
          ""                | ''
          "it's"            | 'it''s'
          "\\\\"            | '\\\\'
          "\\\\' OR 1=1 --" | '\\\\'' OR 1=1 --'
          "50"              | '50'
          "true"            | 'true'
          "😀 ü"            | '😀 ü'
          """)
  void aTextIsALiteralThatNothingGetsOutOf(String json, String literal) {
    assertThat(sql(Operator.EQ, json))
        .contains("JSONExtractString(\"properties\", 'p') = " + literal + ")")
        .contains("in ('String')");
  }

  @Test
  void aNameIsALiteralToo() {
    assertThat(sql(new PropertyFilter("q\"'\\", Operator.EXISTS, Optional.empty())))
        .contains("JSONType(\"properties\", 'q\"''\\\\')");
  }

  @Test
  void truthIsComparedForEqualityOnly() {
    assertThat(sql(Operator.EQ, "true"))
        .contains("JSONExtractBool(\"properties\", 'p') = 1")
        .contains("in ('Bool')");
    assertThat(sql(Operator.NEQ, "true")).contains("JSONExtractBool(\"properties\", 'p') <> 1");
    assertThat(sql(Operator.EQ, "false")).contains("JSONExtractBool(\"properties\", 'p') = 0");
    assertThat(sql(Operator.GT, "true")).doesNotContain("JSONExtractBool(\"properties\", 'p') >");
  }

  /** Neither does "contains" look into what is no text and no list. */
  @Test
  void onlyContainsLooksIntoListsAndTexts() {
    for (Operator operator :
        List.of(Operator.EQ, Operator.NEQ, Operator.GT, Operator.GTE, Operator.LT, Operator.LTE)) {
      assertThat(sql(operator, "\"a\"")).doesNotContain("arrayExists").doesNotContain("position(");
    }
    assertThat(sql(Operator.CONTAINS, "\"a\""))
        .contains("position(JSONExtractString(\"properties\", 'p'), 'a') > 0")
        .contains("x -> JSONType(x) = 'String' AND JSONExtractString(x) = 'a'");
    assertThat(sql(Operator.CONTAINS, "5"))
        .doesNotContain("position(")
        .contains(
            "x -> JSONType(x) IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(x) = 5E0");
    assertThat(sql(Operator.CONTAINS, "true"))
        .doesNotContain("position(")
        .contains("x -> JSONType(x) = 'Bool' AND JSONExtractBool(x) = 1");
  }
}
