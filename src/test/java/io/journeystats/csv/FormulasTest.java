package io.journeystats.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "A text cell that a spreadsheet would take for a formula is prefixed with an apostrophe." */
class FormulasTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+",
        "+49 30 1234",
        "-",
        "-7",
        "@",
        "@SUM(A1)",
        "\t",
        "\t=1",
        "\r",
        "\r=1",
        "\r\n=1",
        "-\u0000",
        "=😀"
      })
  void whatLooksLikeAFormulaGetsAnApostrophe(String text) {
    assertThat(Formulas.neutralised(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " =1",
        "\n=1",
        "1=1",
        "1+1",
        "a-b",
        "a@b",
        "'=1",
        "\"=1\"",
        "\u00A0=1",
        "＝1",
        "＋1",
        "－7",
        "−7",
        "＠a",
        "\u0000=1",
        "😀=",
        "\uFEFF=1",
        "·"
      })
  void everythingElseStaysAsItIs(String text) {
    assertThat(Formulas.neutralised(text)).isEqualTo(text);
  }

  @Test
  void itIsOnlyTheFirstCharacterThatCounts() {
    for (char first = 0; first < Character.MAX_VALUE; first++) {
      String text = first + "a";
      boolean guarded =
          first == '=' || first == '+' || first == '-' || first == '@' || first == 9 || first == 13;
      assertThat(Formulas.neutralised(text).startsWith("'") && first != '\'')
          .as("%d", (int) first)
          .isEqualTo(guarded);
    }
  }
}
