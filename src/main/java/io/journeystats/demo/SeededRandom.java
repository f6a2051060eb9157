package io.journeystats.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that comes out the same from the same seed and name. */
final class SeededRandom {
  private final SplittableRandom random;

  private SeededRandom(SplittableRandom random) {
    this.random = random;
  }

  /** Dice of their own for everything that has a name, so that one change leaves the rest alone. */
  static SeededRandom of(long seed, String name) {
    long mixed = seed;
    for (int index = 0; index < name.length(); index++) {
      mixed = mixed * 0x9E3779B97F4A7C15L + name.charAt(index);
      mixed ^= mixed >>> 29;
    }
    return new SeededRandom(new SplittableRandom(mixed));
  }

  /** True with that chance. */
  boolean hits(double chance) {
    return random.nextDouble() < chance;
  }

  double between(double least, double below) {
    return least + random.nextDouble() * (below - least);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A time that is usually short and seldom long, such as that until somebody reads a mail. */
  Duration patience(Duration mean) {
    double millis = -Math.log(1 - random.nextDouble()) * mean.toMillis();
    return Duration.ofMillis(1_000 + Math.round(millis));
  }

  Duration between(Duration least, Duration most) {
    return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
  }

  /** A whole number that is the given one on average. */
  int around(double mean) {
    return (int) Math.floor(mean + random.nextDouble());
  }

  /** A place in a list of weights, chosen in proportion to them. */
  int weighted(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    int index = 0;
    while (index < weights.length - 1 && left >= weights[index]) {
      left -= weights[index];
      index++;
    }
    return index;
  }
}
