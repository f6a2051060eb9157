package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaiveFilterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true  | eq       | 50                 | 50.0
          true  | eq       | 9007199254740992   | 9007199254740993
          false | eq       | 50                 | "50"
          false | neq      | 50                 | "50"
          true  | neq      | 50                 | 51
          false | neq      | 50                 | null
          true  | neq      | true               | false
          false | gt       | true               | false
          true  | gte      | 50                 | 50
          false | gt       | 50                 | 50
          true  | lt       | "b"                | "a"
          true  | gt       | "\uFFFF"           | "😀"
          true  | contains | "ab"               | "cabd"
          false | contains | 5                  | "5"
          true  | contains | 5                  | [4, 5.0]
          false | contains | "5"                | [4, 5.0]
          false | contains | "a"                | {"a": "a"}
          true  | exists   | 0                  | {}
          true  | exists   | 0                  | false
          false | exists   | 0                  | null
          """)
  void comparesOnlyWhatIsAlike(boolean holds, String op, String value, String property) {
    var filter = Json.object().put("property", "a.b").put("op", op);
    filter.set("value", Json.read(value));
    assertThat(NaiveFilter.holds(filter, Json.object().set("a.b", Json.read(property))))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"eq", "neq", "gt", "gte", "lt", "lte", "contains", "exists"})
  void nothingHoldsForAPropertyThatIsNotThere(String op) {
    var filter = Json.object().put("property", "a.b").put("op", op).put("value", 1);
    assertThat(NaiveFilter.holds(filter, Json.read("{\"a\": {\"b\": 1}}"))).isFalse();
    assertThat(NaiveFilter.holds(filter, Json.read("{}"))).isFalse();
  }
}
