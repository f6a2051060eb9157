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
record StepRange(long first, long step, int length) {

  /** The fewest progressions, greedily, that list the numbers in order. */
  static List<StepRange> of(List<Long> numbers) {
    List<StepRange> progressions = new ArrayList<>();
    int start = 0;
    while (start < numbers.size()) {
      StepRange next = longest(numbers, start);
      progressions.add(next);
      start += next.length();
    }
    return progressions;
  }

  private static StepRange longest(List<Long> numbers, int start) {
    long first = numbers.get(start);
    long step = start + 1 < numbers.size() ? numbers.get(start + 1) - first : 0;
    int length = 1;
    while (start + length < numbers.size()
        && numbers.get(start + length) == first + length * step) {
      length++;
    }
    return new StepRange(first, step, length);
  }
}
