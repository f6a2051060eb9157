package io.journeystats.cache;

import java.time.Duration;

/**
 * How old an answer is.
 *
 * @param age the time since its making began: events accepted before are in it
 * @param left how long it may still be shown to others
 * @param isStale whether it is too old, and shown all the same as the store is away
 */
public record Freshness(Duration age, Duration left, boolean isStale) {

  /** How old something is that was made of two answers. */
  public Freshness and(Freshness other) {
    return new Freshness(
        age.compareTo(other.age) > 0 ? age : other.age,
        left.compareTo(other.left) < 0 ? left : other.left,
        isStale || other.isStale);
  }
}
