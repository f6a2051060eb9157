package io.journeystats.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "A text cell that a spreadsheet would take for a formula is prefixed with an apostrophe." */
class FormulaEscapingTest {
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
        "=😀",
        "\n",
        "\n=1",
        "\na",
        "＝1",
        "＋1",
        "－7",
        "＠a",
        " =1",
        " \u3000 +1",
        "\u00A0=1",
        "\u0000=1",
        "\uFEFF=1",
        "\u200B\u2060@a",
        "\u202E-1",
        "\u3164=1",
        "\uDB40\uDD00=1",
        "\u2028＝1"
      })
  void whatLooksLikeAFormulaGetsAnApostrophe(String text) {
    assertThat(FormulaEscaping.escape(text)).isEqualTo("'" + text);
  }

  /** Otherwise a text of somebody's would be the escape of another. */
  @ParameterizedTest
  @ValueSource(strings = {"'=1", "''=1", "'\t", "' =1", "'＝1"})
  void whatLooksEscapedIsEscapedOnceMore(String text) {
    assertThat(FormulaEscaping.escape(text)).isEqualTo("'" + text);
  }

  @Test
  void theEscapeCanBeUndone() {
    List<String> parts = List.of("'", "=", " ", "a", "\n", "－", "\u200B");
    Set<String> texts = new HashSet<>(Set.of(""));
    for (int length = 0; length < 5; length++) {
      texts.addAll(
          texts.stream().flatMap(text -> parts.stream().map(part -> text + part)).toList());
    }
    assertThat(texts).hasSizeGreaterThan(15_000);
    assertThat(texts.stream().map(FormulaEscaping::escape)).doesNotHaveDuplicates();
    assertThat(texts)
        .allSatisfy(text -> {
          String written = FormulaEscaping.escape(text);
          // As the document tells programs to.
          boolean escaped = Pattern.compile(FormulaEscaping.PATTERN).matcher(written).find();
          assertThat(escaped ? written.substring(1) : written).isEqualTo(text);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a=1",
        "1=1",
        "1+1",
        "a-b",
        "a@b",
        "'tis",
        "'",
        "\"=1\"",
        "−7",
        "😀=",
        "\uFEFF",
        "\u200Ba=1",
        "·"
      })
  void everythingElseStaysAsItIs(String text) {
    assertThat(FormulaEscaping.escape(text)).isEqualTo(text);
  }

  @Test
  void itIsOnlyTheseCharactersThatCount() {
    String signs = "=+-@＝＋－＠\t\r\n";
    for (char first = 0; first < Character.MAX_VALUE; first++) {
      String text = first + "a";
      assertThat(FormulaEscaping.escape(text).equals("'" + text))
          .as("%d", (int) first)
          .isEqualTo(signs.indexOf(first) >= 0);
    }
  }
}
