package io.journeystats.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A Markdown table. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(List.of(head));
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Formats a duration. */
  static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%,.0f ms", millis);
  }

  static String millis(long millis) {
    return String.format(Locale.ROOT, "%,d ms", millis);
  }

  static String median(@Nullable Timings timings) {
    return timings == null ? "" : millis(timings.median());
  }

  static String number(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      append(text, rows.get(i));
      if (i == 0) {
        append(text, rows.getFirst().stream().map(_ -> "---").toList());
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
