package io.journeystats.exactness;

import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/** Random choices, the same ones for the same seed and number. */
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  Chance(long seed, long number) {
    this.random = new SplittableRandom(seed * GOLDEN + number);
  }

  /** A number from 0 on, below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True in one of that many cases. */
  boolean oneIn(int cases) {
    return random.nextInt(cases) == 0;
  }

  /** One of the elements. */
  <T> T pick(List<T> elements) {
    return elements.get(below(elements.size()));
  }

  /** One of the elements. */
  @SafeVarargs
  final <T> T pick(T... elements) {
    return elements[below(elements.length)];
  }

  /** One of the elements, in their order of iteration. */
  <T> T pick(Collection<T> elements) {
    return pick(List.copyOf(elements));
  }

  /** That many random bytes. */
  byte[] bytes(int number) {
    byte[] bytes = new byte[number];
    random.nextBytes(bytes);
    return bytes;
  }
}
