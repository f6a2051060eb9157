package io.journeystats.clickhouse;

import java.util.ArrayList;
import java.util.List;

/**
 * An arithmetic progression: {@code first}, {@code first + step}, and so on.
 *
 * @param first the first number
 * @param step the difference of consecutive numbers
 * @param length the number of terms
 */
record StepRange(long first, long step, int length) {

  /** Partitions numbers greedily into progressions, in order. */
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
