package io.journeystats.cache;

import java.time.Duration;

/**
 * The age of an answer.
 *
 * @param age the time since its computation began; it reflects all events accepted before
 * @param left the time for which caches may still serve it
 * @param isStale whether it has expired, and is served because the store is unavailable
 */
public record Freshness(Duration age, Duration left, boolean isStale) {

  /** The freshness of what combines two answers. */
  public Freshness and(Freshness other) {
    return new Freshness(
        age.compareTo(other.age) > 0 ? age : other.age,
        left.compareTo(other.left) < 0 ? left : other.left,
        isStale || other.isStale);
  }
}
