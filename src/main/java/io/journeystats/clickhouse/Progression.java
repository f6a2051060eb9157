package io.journeystats.clickhouse;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers with equal steps between them: {@code first}, {@code first + step}, and so on.
 *
 * @param first the first number
 * @param step what is added each time
 * @param length how many numbers
 */
record Progression(long first, long step, int length) {

  /** The fewest progressions, greedily, that list the numbers in order. */
  static List<Progression> of(List<Long> numbers) {
    List<Progression> progressions = new ArrayList<>();
    int start = 0;
    while (start < numbers.size()) {
      Progression next = longest(numbers, start);
      progressions.add(next);
      start += next.length();
    }
    return progressions;
  }

  private static Progression longest(List<Long> numbers, int start) {
    long first = numbers.get(start);
    long step = start + 1 < numbers.size() ? numbers.get(start + 1) - first : 0;
    int length = 1;
    while (start + length < numbers.size()
        && numbers.get(start + length) == first + length * step) {
      length++;
    }
    return new Progression(first, step, length);
  }
}
